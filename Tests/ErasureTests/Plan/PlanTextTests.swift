import Reporting
import ScanModel
import Testing

@testable import Erasure

@Suite struct PlanTextTests {
  private let bench: PlanBench

  init() throws {
    bench = try PlanBench()
  }

  @Test(arguments: [ReportLanguage.nl, .en])
  func `what is written comes back`(language: ReportLanguage) throws {
    let plan = bench.plan([
      bench.item(1, "brief.txt", ItemDecision()),
      bench.item(
        2, "lijst.csv",
        ItemDecision(
          .keep, ground: .retention, until: PlanDay("2031-12-31"), note: "fiscaal: \"x\"")),
      bench.item(
        3, "dossier/oud.txt", ItemDecision(.keep, ground: .otherPerson),
        namedFolders: [bench.path("dossier")],
        hold: PlanItemHold(ground: .procedure, until: PlanDay("2027-01-01"))),
      bench.item(4, "x", hold: PlanItemHold(ground: .archiefwet, until: nil)),
    ])
    let text = PlanText(plan, seal: bench.seal, language: language).text
    #expect(try PlanReader.reading(text, file: "plan").plan == plan)
    #expect(try bench.check(text).sealProblems(bench.seal).isEmpty)
  }

  @Test(arguments: [
    "a\nb", "\"quoted\"", "back\\slash", "tab\t", "\u{202E}bidi", "é e\u{301}", "# geen commentaar",
    ": {[]}", "\u{1F600}", "\u{FEFF}bom", "\u{0085}\u{2028}", "'", "~", "null", "-", " spatie ",
    "\u{E0041}\u{10FE80}", "%YAML", "&a *a", "\u{7F}\u{1}",
  ])
  func `names of any sort come back as they were`(name: String) throws {
    let plan = bench.plan([bench.item(1, name)], caseReference: "Z\(name)")
    #expect(try PlanReader.reading(bench.text(plan), file: "plan").plan == plan)
  }

  @Test func `a path that is no UTF-8 comes back to the byte`() throws {
    let path = FilePath(Array("/srv/share/".utf8) + [0xFF, 0x41, 0xE9])
    let item = bench.item(1, "x")
    let odd = PlanItem(
      number: 1, path: path,
      finds: [
        PlanFind(
          subject: "A", verdict: "this-person", score: 98, hits: [:],
          documents: [
            PlanDocument(
              part: ["member:a"], verdict: "this-person", recordCount: 1, places: [], copies: [2])
          ], documentCount: 1)
      ], otherPeopleCount: 0, otherPeopleIsLowerBound: true,
      contentType: "", reading: "unreadable", facts: item.facts, copies: [2, 3],
      within: [4], hardLinks: [2], linksOutsideCount: 1, beside: [path], namedFolders: [],
      hold: nil, decision: ItemDecision())
    let plan = bench.plan([odd])
    #expect(try PlanReader.reading(bench.text(plan), file: "plan").plan.items == [odd])
  }

  @Test func `random texts come back as they were`() throws {
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let scalars = (0..<Int.random(in: 1...12, using: &chance)).compactMap { _ in
        Unicode.Scalar(
          UInt32.random(in: 1...(Bool.random(using: &chance) ? 0x2FF : 0x10FFFF), using: &chance))
      }
      let name = String(String.UnicodeScalarView(scalars)).replacing("/", with: "")
      let plan = bench.plan([bench.item(1, "a\(name)")])
      #expect(try PlanReader.reading(bench.text(plan), file: "plan").plan == plan, "\(scalars)")
    }
  }

  @Test func `tells an officer what to fill in, in both languages`() throws {
    let plan = bench.plan([bench.item(1, "brief.txt", ItemDecision())])
    let dutch = PlanText(plan, seal: bench.seal, language: .nl).text
    #expect(dutch.contains("# Vindplaats verwijdert zelf niets."))
    #expect(dutch.contains("# LET OP: 1 van 12 bestanden is niet of niet volledig gelezen"))
    #expect(dutch.contains("# voorstel passages: gegevens van (ongeveer) 3 anderen"))
    let english = PlanText(plan, seal: bench.seal, language: .en).text
    #expect(english.contains("# Vindplaats deletes nothing itself."))
    #expect(english.contains("\n  decision:\n  ground:\n  until:\n  note:\n"))
  }

  @Test(arguments: [
    ("unsupported-members", "bevat delen van een type zonder lezer"),
    ("encrypted", "versleuteld of met wachtwoord"), ("limit", "het bestand bevat meer"),
  ])
  func `says in words why a file was not read wholly`(code: String, reason: String) {
    #expect(PlanReading.phrase(code)[.nl].hasPrefix(reason))
  }

  @Test(arguments: CopySign.allCases)
  func `says of a copy by its name why it is there, under the seal`(sign: CopySign) throws {
    let likeness = PlanLikeness(sign: sign, items: [1, 3])
    let plan = bench.plan([bench.item(1, "brief.bak", ItemDecision(), likeness: likeness)])
    for (language, advice) in [
      (
        ReportLanguage.nl,
        "# naar zijn naam: \(sign.phrase[.nl]) van onderdeel 1, 3; er is niets in"
      ),
      (.en, "# by its name: \(sign.phrase[.en]) of item 1, 3; nothing was found in it"),
    ] {
      let text = PlanText(plan, seal: bench.seal, language: language).text
      #expect(text.contains(advice), "\(text)")
      #expect(try PlanReader.reading(text, file: "plan").plan == plan)
      for (key, other) in [
        ("like", "like: [2]"), ("sign", "sign: \(sign == .copy ? "backup" : "copy")"),
      ] {
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  \(key): ") })
        let edited = text.replacing(line, with: "  \(other)")
        #expect(
          try bench.check(edited).sealProblems(bench.seal).codes == ["plan-item-changed 1"])
      }
    }
  }

  @Test func `moments keep their nanoseconds`() {
    for moment: Int64 in [0, -1, 1_700_000_000_123_456_789, -1_000_000_001, 999_999_999] {
      #expect(PlanMoment.nanoseconds(PlanMoment.text(moment)) == moment)
    }
    #expect(PlanMoment.nanoseconds("2026-01-01T00:00:00Z") == nil)
  }
}
