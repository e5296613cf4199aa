import ScanModel
import Subjects
import Testing

@testable import Erasure

@Suite struct AfterVerificationTests {
  private let bench: PlanBench
  private let plan: ErasurePlan
  /// As it should be: the first gone, the second without the person, the third as it was.
  private let done = ["lijst.csv": "lijst zonder", "oud.txt": "oud"]

  init() throws {
    bench = try PlanBench()
    plan = bench.plan([
      bench.item(
        1, "dossier Jansen/brief.txt", content: "brief",
        namedFolders: [bench.path("dossier Jansen")]),
      bench.item(2, "lijst.csv", ItemDecision(.passages), content: "lijst"),
      bench.item(3, "oud.txt", ItemDecision(.keep, ground: .procedure), content: "oud"),
    ])
  }

  private func comparison(
    _ files: [String: String]? = nil, located: [LocatedFileName] = [], folders: [String] = [],
    gaps: [(String, Outcome)] = [], wasInterrupted: Bool = false, members: [String: String] = [:]
  ) -> AfterVerification {
    let files = files ?? done
    return AfterVerification(
      plan,
      bench.result(
        located.map { bench.located($0.name, $0.verdict, $0.attributes) }, gaps: gaps,
        wasInterrupted: wasInterrupted),
      bench.contents(files, members: members),
      presence: bench.presence(plan, there: Array(files.keys) + folders))
  }

  private func codes(
    _ files: [String: String]? = nil, located: [LocatedFileName] = [], folders: [String] = [],
    gaps: [(String, Outcome)] = []
  ) -> [String] {
    comparison(files, located: located, folders: folders, gaps: gaps).problems.inOrder.codes
  }

  @Test func `passes when all went and stayed as planned`() {
    #expect(codes().isEmpty)
    #expect(
      codes(located: [
        LocatedFileName("oud.txt"), LocatedFileName("ander.txt", .otherPerson),
        LocatedFileName("lijst.csv", .possiblyAnother, [.surname, .birthDate]),
      ]).isEmpty)
    #expect(plan.items.map { comparison().outcome(of: $0) } == [.gone, .passagesGone, .unchanged])
  }

  @Test(arguments: [("brief", true), ("anders", false)])
  func `a file that is there again`(content: String, isSame: Bool) {
    let problems = comparison(
      done.merging(["dossier Jansen/brief.txt": content]) { $1 },
      located: [LocatedFileName("dossier Jansen/brief.txt")]
    ).problems
    #expect(problems.map(\.cause) == [.stillThere(isSame: isSame)])
  }

  @Test func `a copy elsewhere is told of once, with the item that it copies`() {
    let problems = comparison(
      done.merging(["x/kopie.txt": "brief"]) { $1 }, located: [LocatedFileName("x/kopie.txt")]
    ).problems
    #expect(problems.map(\.cause) == [.copyLeft(bench.path("x/kopie.txt"))])
    #expect(problems.codes == ["copy-left 1"])
  }

  @Test(arguments: ["pak.zip", "lijst.csv"])
  func `a member with the content of what went`(name: String) {
    let files = done.merging(["pak.zip": "pak"]) { $1 }
    let comparison = comparison(files, members: [name: "brief"])
    #expect(
      comparison.problems.map(\.cause) == [
        .copyLeft(bench.path(name), part: [.member("binnen.txt")])
      ])
    #expect(comparison.problems.codes == ["copy-left 1"])
    #expect(
      comparison.outcome(of: plan.items[1]) == (name == "lijst.csv" ? .passagesLeft : .passagesGone)
    )
  }

  @Test func `a member of what is kept, or of what tells of the person otherwise`() {
    let files = done.merging(["pak.zip": "pak"]) { $1 }
    #expect(comparison(files, members: ["oud.txt": "brief"]).problems.isEmpty)
    #expect(
      comparison(files, located: [LocatedFileName("pak.zip")], members: ["pak.zip": "brief"])
        .problems.codes == ["place-left"])
    #expect(comparison(files, members: ["pak.zip": "oud"]).problems.isEmpty)
  }

  @Test func `a copy of what a list was before`() {
    #expect(codes(done.merging(["x/lijst.csv": "lijst"]) { $1 }) == ["copy-left 2"])
  }

  @Test func `what is kept may have copies, and empty files are copies of nothing`() {
    let empty = bench.plan([
      bench.item(1, "leeg.txt", content: "", byteCount: 0),
      bench.item(2, "oud.txt", ItemDecision(.keep, ground: .procedure), content: "oud"),
    ])
    let problems = AfterVerification(
      empty, bench.result(),
      bench.contents(["ook leeg.txt": "", "oud.txt": "oud", "kopie.txt": "oud"]),
      presence: bench.presence(empty, there: ["oud.txt"])
    ).problems
    #expect(problems.isEmpty)
  }

  @Test func `a row that was left, with its place`() throws {
    let problems = comparison(located: [LocatedFileName("lijst.csv")]).problems
    #expect(problems.codes == ["passages-left 2"])
    #expect(
      problems.first?.cause
        == .passagesLeft(count: 1, places: [FoundPlace(parts: [], place: .line(3, column: 1))]))
  }

  @Test func `a name in full is left even where it may be another's`() {
    #expect(
      codes(located: [LocatedFileName("lijst.csv", .possiblyAnother, [.fullName])])
        == ["passages-left 2"])
  }

  @Test func `a list that went as a whole, and kept files that changed or went`() {
    #expect(codes(["oud.txt": "oud"]) == ["passages-file-gone 2"])
    #expect(codes(["lijst.csv": "z", "oud.txt": "nieuw"]) == ["kept-changed 3"])
    #expect(codes(["lijst.csv": "z"]) == ["kept-gone 3"])
  }

  @Test func `a place that no plan knew`() {
    #expect(codes(located: [LocatedFileName("elders.txt")]) == ["place-left"])
  }

  @Test func `a folder whose name tells of the person, unless something in it stays`() {
    #expect(codes(folders: ["dossier Jansen"]) == ["folder-left 1"])
    let kept = bench.plan([
      bench.item(1, "dossier/a.txt", namedFolders: [bench.path("dossier")]),
      bench.item(2, "dossier/b.txt", ItemDecision(.keep, ground: .procedure), content: "b"),
    ])
    let problems = AfterVerification(
      kept, bench.result(), bench.contents(["dossier/b.txt": "b"]),
      presence: bench.presence(kept, there: ["dossier", "dossier/b.txt"])
    ).problems
    #expect(problems.isEmpty)
  }

  @Test func `incomplete reading never passes`() {
    let gap = Outcome.partial(.encrypted, examinedByteCount: 5)
    for name in ["lijst.csv", "oud.txt", "ander.zip"] {
      let problems = comparison(gaps: [(name, gap)]).problems
      #expect(VerificationOutcome(problems) == .incomplete, "\(name)")
    }
    #expect(VerificationOutcome(comparison(wasInterrupted: true).problems) == .incomplete)
  }

  @Test func `what is wrong wins over what is not known`() {
    let problems = comparison(
      located: [LocatedFileName("elders.txt")], gaps: [("ander.zip", .notExamined(.encrypted))]
    ).problems
    #expect(VerificationOutcome(problems) == .failed)
    #expect(problems.inOrder.codes == ["place-left", "unread"])
  }

  @Test func `a folder that cannot be looked into`() {
    var presence = bench.presence(plan, there: Array(done.keys))
    presence[bench.path("dossier Jansen/brief.txt")] = .unknown(errorNumber: 13)
    let problems = AfterVerification(
      plan, bench.result(), bench.contents(done), presence: presence
    ).problems
    #expect(problems.codes == ["folder-unlisted 1"])
    #expect(VerificationOutcome(problems) == .incomplete)
  }

  @Test func `a list that is only partly read and shows the person is both`() {
    let files = done
    let contents = ScopeContents(
      digests: bench.contents(files).digests,
      outcomes: [
        bench.path("lijst.csv"): .partial(.limit, examinedByteCount: 5),
        bench.path("oud.txt"): .scanned,
      ], equal: [:])
    let problems = AfterVerification(
      plan,
      bench.result(
        [bench.located("lijst.csv")],
        gaps: [("lijst.csv", .partial(.limit, examinedByteCount: 5))]),
      contents, presence: bench.presence(plan, there: Array(files.keys))
    ).problems
    #expect(problems.inOrder.codes == ["passages-left 2", "unread 2"])
  }
}
