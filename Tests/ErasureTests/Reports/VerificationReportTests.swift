import Foundation
import Reporting
import ScanModel
import Subjects
import TestSupport
import Testing

@testable import Erasure

@Suite struct VerificationReportTests {
  private let bench: PlanBench
  private let plan: ErasurePlan

  init() throws {
    bench = try PlanBench()
    plan = bench.plan([
      bench.item(1, "Geheimnaam.txt"),
      bench.item(
        2, "lijst <b>.csv",
        ItemDecision(
          .keep, ground: .retention, until: PlanDay("2031-12-31"), note: "Geheimnotitie")),
    ])
  }

  private func report(
    _ moment: VerificationReport.Moment = .after, problems: [VerificationProblem] = [],
    gaps: [(String, Outcome)] = []
  ) -> VerificationReport {
    VerificationReport(
      moment: moment, plan: plan, planCode: "abcdef",
      items: zip(plan.items, [ItemOutcome.gone, .unchanged]).map { .init($0, $1) },
      problems: problems, run: "run1", earlierRun: "run0", author: "fg-naam", program: "0.1.0",
      patterns: "aabb", started: 1_790_000_000, ended: 1_790_000_060,
      summary: bench.result(gaps: gaps).summary, weakPlaceCount: 2, auditHead: "12:ab")
  }

  private func object(_ report: VerificationReport, _ form: VerificationJSON.Form) throws
    -> [String: Any]
  {
    let bytes = VerificationJSON(report, form: form, language: .nl).bytes
    return try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func html(_ report: VerificationReport, _ form: VerificationJSON.Form = .full) -> String {
    String(
      decoding: VerificationPage(report, form: form, language: .nl).bytes, as: UTF8.self)
  }

  @Test(arguments: [VerificationJSON.Form.full, .anonymous])
  func `obeys the published schema`(form: VerificationJSON.Form) throws {
    let schema = try JSONSchema(named: "verification")
    let problems = [
      VerificationProblem(.copyLeft(bench.path("x"), part: [.member("a")]), item: 1),
      VerificationProblem(.interrupted),
    ]
    let reports = [
      report(), report(.before, problems: problems),
      report(gaps: [("x", .notExamined(.encrypted)), ("y", .partial(.limit, examinedByteCount: 3))]
      ),
    ]
    for report in reports { #expect(schema.faults(in: try object(report, form)) == []) }
    var wrong = try object(report(), form)
    wrong["path"] = "/srv"
    #expect(!schema.faults(in: wrong).isEmpty)
  }

  @Test func `only what passed wholly after the deletion is a statement`() {
    let problem = VerificationProblem(.keptGone, item: 2, path: bench.path("x"))
    let gap = VerificationProblem(.interrupted)
    #expect(report().title(in: .nl) == "Verklaring")
    #expect(report(.before).title(in: .nl) == "Bevindingen")
    #expect(report(problems: [problem]).title(in: .nl) == "Bevindingen")
    #expect(report(problems: [gap]).title(in: .nl) == "Bevindingen")
    #expect(
      report(gaps: [("x", .notExamined(.encrypted))]).title(in: .nl) == "Bevindingen")
    #expect(report(problems: [problem, gap]).outcome == .failed)
    #expect(report(problems: [gap]).outcome == .incomplete)
  }

  @Test(arguments: [VerificationJSON.Form.full, .anonymous])
  func `says what it says, and no more`(form: VerificationJSON.Form) throws {
    let sentence = "niet gevonden met deze regels op deze plaatsen op dit moment"
    #expect(try object(report(), form)["wording"] as? String == sentence)
    #expect(html(report(), form).contains(sentence))
  }

  @Test func `tells what was decided in counts that add up`() throws {
    let text = html(report())
    #expect(text.contains("2 onderdelen: 1 te verwijderen, 1 te bewaren."))
    let counts = try #require(try object(report(), .full)["decisions"] as? [String: Int])
    #expect(counts == ["delete": 1, "passages": 0, "keep": 1, "undecided": 0])
  }

  @Test func `says of a statement that data were kept by the plan`() {
    let sentence =
      "In 1 onderdeel dat volgens het plan moest blijven, staan de gevonden gegevens nog."
    #expect(html(report()).contains(sentence))
    #expect(!html(report(.before)).contains(sentence))
    let others = DecisionCounts(
      of: [bench.item(1, "a.txt", ItemDecision(.keep, ground: .otherPerson))])
    #expect(others.keptPhrase == nil)
  }

  @Test func `is signed before a deletion by who decided, and behind it by who carried it out`() {
    let before = html(report(.before))
    #expect(before.contains("Besloten door") && !before.contains("uitgevoerd door"))
    #expect(before.contains("Het zegt alleen of het plan klopt"))
    #expect(!before.contains("niet gevonden met deze regels"))
    #expect(html(report()).contains("Verwijdering uitgevoerd door"))
  }

  @Test func `states up front how much was not read`() throws {
    let text = html(report(gaps: [("x", .notExamined(.encrypted))]))
    let sentence = try #require(
      text.range(of: "1 van 6 bestanden is niet of niet volledig gelezen."))
    let facts = try #require(text.range(of: "class=\"facts\""))
    #expect(sentence.upperBound < facts.lowerBound)
    #expect(!html(report()).contains("niet volledig gelezen"))
  }

  @Test func `of a file that was read in part only the rest is not known`() {
    let partly = VerificationProblem(.unread(.partial(.limit, examinedByteCount: 3)), item: 1)
    #expect(partly.message(in: .nl).hasSuffix("wat er verder in staat, is niet bekend"))
    let unread = VerificationProblem(.unread(.notExamined(.encrypted)), item: 1)
    #expect(unread.message(in: .en).hasSuffix("what it holds is not known"))
  }

  @Test func `the variant without personal data has no path, owner, place or note`() throws {
    let problems = [
      VerificationProblem(
        .passagesLeft(
          count: 1,
          places: [
            FoundPlace(parts: [.member("Geheimbijlage.docx")], place: .line(3, column: 1))
          ]), item: 1,
        path: bench.path("Geheimnaam.txt"))
    ]
    let report = report(problems: problems)
    let json = String(
      decoding: VerificationJSON(report, form: .anonymous, language: .nl).bytes, as: UTF8.self)
    for text in [json, html(report, .anonymous)] {
      for word in [
        "Geheim", "/srv", "share", "lijst", "jansen", "kaart", "fg-naam", "home", "*.iso",
      ] {
        #expect(!text.contains(word), "\(word)")
      }
      #expect(text.contains(bench.digest("Geheimnaam.txt").prefix(16)))
      #expect(text.contains("2023-11"))
      #expect(text.contains("Z-2026-17"))
    }
  }

  @Test func `the full report has items before and after, run ids, versions and the audit head`()
    throws
  {
    let object = try object(report(), .full)
    #expect(object["run"] as? String == "run1")
    #expect(object["earlier_run"] as? String == "run0")
    #expect(object["audit_head"] as? String == "12:ab")
    #expect(object["patterns"] as? String == "aabb")
    let items = try #require(object["items"] as? [[String: Any]])
    #expect(items.map { $0["after"] as? String } == ["gone", "unchanged"])
    #expect(items[1]["path"] as? String == "/srv/share/lijst <b>.csv")
    #expect(
      (items[0]["before"] as? [String: Any])?["hits"] as? [String: Int] == [
        "bsn": 1, "full-name": 2,
      ])
    let coverage = try #require(object["coverage"] as? [String: Any])
    #expect(coverage["complete"] as? Bool == true)
  }

  @Test func `the page escapes what comes from outside and names the sum of the JSON`() throws {
    let text = html(report())
    #expect(text.contains("lijst &lt;b&gt;.csv"))
    let json = VerificationJSON(report(), form: .full, language: .nl).bytes
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(json).write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [folder.path()]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let sum = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains(sum.prefix(64)))
  }

  @Test func `every problem has a sentence in both languages`() {
    let causes: [VerificationProblem.Cause] = [
      .planHeadChanged, .planItemChanged, .planItemMissing, .planItemAdded, .cardChanged,
      .cardMissing, .holdsMissing, .auditChanged, .auditLacksPlan, .undecided, .groundMissing,
      .untilMissing(.retention), .untilPast(PlanDay(at: 0)), .noteMissing,
      .underHold(.procedure, until: PlanDay(at: 0)), .itemGone, .itemChanged,
      .newPlace(subject: "A", verdict: .thisPerson), .notVerifiedBefore, .planEditedSince,
      .stillThere(isSame: nil), .copyLeft(FilePath("/x")), .passagesLeft(count: 2, places: []),
      .passagesFileGone, .keptGone, .keptChanged, .folderLeft,
      .placeLeft(subject: "A", verdict: .thisPerson, places: []),
      .unread(.notExamined(.encrypted)), .contentUnread, .folderUnlisted(errorNumber: 13),
      .rootGone, .rootReplaced, .interrupted,
    ]
    let problems = causes.map { VerificationProblem($0, item: 3, path: FilePath("/x/\n")) }
    #expect(Set(problems.map(\.code)).count == causes.count)
    for language in ReportLanguage.allCases {
      let messages = problems.map { $0.message(in: language) }
      #expect(Set(messages).count == causes.count)
      #expect(messages.allSatisfy { $0.count > 20 && !$0.contains("\n") })
    }
  }
}
