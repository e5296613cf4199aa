import Erasure
import ScanModel
import Testing

@Suite struct HoldFileTests {
  private func error(_ text: String) -> String? {
    do throws(ConfigurationError) {
      _ = try HoldFile.holds(in: text, file: "blokkades.yaml")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `reads what may not be deleted`() throws {
    let holds = try HoldFile.holds(
      in: """
        holds:
        - subject: any
          path: /srv/share/hr
          ground: retention
          until: 2031-12-31
          note: fiscale bewaarplicht
        - subject: A
          case: Z-1
          ground: procedure
        """, file: "blokkades.yaml")
    #expect(
      holds == [
        Hold(
          place: HoldPlace("/srv/share/hr"), until: PlanDay("2031-12-31"), ground: .retention,
          note: "fiscale bewaarplicht"),
        Hold(subject: "A", caseReference: "Z-1", ground: .procedure),
      ])
  }

  @Test(arguments: ["holds:", "holds: []"])
  func `may be empty`(text: String) throws {
    #expect(try HoldFile.holds(in: text, file: "x").isEmpty)
  }

  @Test(arguments: [
    ("holds:\n- ground: procedure\n", "blokkades.yaml:2: say what it holds"),
    ("holds:\n- subject: any\n  ground: zomaar\n", "blokkades.yaml:3: 'ground' takes one of"),
    ("holds:\n- subject: any\n", "blokkades.yaml:2: the key 'ground' is missing"),
    ("holds:\n- path: hr/x\n  ground: procedure\n", "blokkades.yaml:2: 'path' takes a path"),
    (
      "holds:\n- subject: any\n  ground: procedure\n  until: 31-12-2027\n",
      "blokkades.yaml:4: 'until' takes a day such as"
    ),
    ("holds:\n- subjct: any\n  ground: procedure\n", "blokkades.yaml:2: unknown key"),
    ("blokkades: []\n", "blokkades.yaml:1: unknown key"), ("", "blokkades.yaml: the file is empty"),
  ])
  func `says which line is wrong and what belongs there`(text: String, start: String) {
    #expect(error(text)?.hasPrefix(start) == true, "\(error(text) ?? "no error")")
  }

  @Test func `no error repeats what stands in the file`() {
    #expect(error("holds:\n- Geheim: any\n  ground: procedure\n")?.contains("Geheim") == false)
    #expect(error("holds:\n- subject: x\n  ground: Geheim\n")?.contains("Geheim") == false)
  }
}
