import Erasure
import ScanModel
import Testing

@Suite struct HoldTests {
  private let path = FilePath("/srv/share/hr/jansen/brief.docx")

  private func forbids(
    _ hold: Hold, of subjects: [String] = ["A"], caseReference: String = "Z-1",
    on day: String = "2026-11-27"
  ) throws -> Bool {
    hold.forbids(path, of: subjects, in: caseReference, on: try #require(PlanDay(day)))
  }

  @Test(arguments: [
    ("/srv/share/hr", true), ("/srv/share/hr/", true), ("/srv/share/h", false),
    ("/srv/share/hr/jansen/brief.docx", true), ("*.docx", true), ("*.pdf", false),
    ("/srv/share/*/jansen/**", true), ("brief.docx", true), ("/srv/ander", false), ("/", true),
  ])
  func `holds what lies below a path or matches a pattern`(place: String, isHeld: Bool) throws {
    let heldPlace = try #require(HoldPlace(place))
    let hold = Hold(place: heldPlace, ground: .procedure)
    #expect(try forbids(hold) == isHeld)
  }

  @Test func `a relative path is no place`() {
    #expect(HoldPlace("share/hr") == nil)
  }

  @Test func `holds one person, one case, until its last day`() throws {
    let hold = Hold(
      subject: "A", caseReference: "Z-1", until: PlanDay("2026-11-27"), ground: .retention)
    #expect(try forbids(hold))
    #expect(try !forbids(hold, of: ["B"]))
    #expect(try !forbids(hold, caseReference: "Z-2"))
    #expect(try !forbids(hold, on: "2026-11-28"))
  }

  @Test func `of several the one that lasts longest counts`() throws {
    let day = try #require(PlanDay("2026-11-27"))
    let holds = [
      Hold(until: PlanDay("2027-01-01"), ground: .retention),
      Hold(until: nil, ground: .archiefwet), Hold(until: PlanDay("2030-01-01"), ground: .procedure),
      Hold(until: PlanDay("2020-01-01"), ground: .restriction),
    ]
    #expect(holds.first(forbidding: path, of: ["A"], in: "Z", on: day)?.ground == .archiefwet)
    #expect(
      Array(holds[..<1] + holds[2...]).first(forbidding: path, of: ["A"], in: "Z", on: day)?.ground
        == .procedure)
    #expect(Array(holds[3...]).first(forbidding: path, of: ["A"], in: "Z", on: day) == nil)
  }
}

@Suite struct PlanDayTests {
  @Test(arguments: [
    ("2026-02-28", true), ("2026-02-29", false), ("2024-02-29", true), ("2100-02-29", false),
    ("2026-13-01", false), ("2026-04-31", false), ("2026-4-30", false), ("26-04-30", false),
    ("2026-04-30 ", false), ("", false),
  ])
  func `reads days that a calendar has`(text: String, isDay: Bool) {
    #expect((PlanDay(text) != nil) == isDay)
    #expect(!isDay || PlanDay(text)?.text == text)
  }
}
