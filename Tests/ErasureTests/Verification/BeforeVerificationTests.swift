import ScanModel
import Subjects
import Testing

@testable import Erasure

@Suite struct BeforeVerificationTests {
  private let bench: PlanBench
  private let plan: ErasurePlan
  private let there = ["brief.txt": "brief", "lijst.csv": "lijst", "oud.txt": "oud"]

  init() throws {
    bench = try PlanBench()
    plan = bench.plan([
      bench.item(1, "brief.txt", content: "brief"),
      bench.item(2, "lijst.csv", ItemDecision(.passages), content: "lijst"),
      bench.item(3, "oud.txt", ItemDecision(.keep, ground: .procedure), content: "oud"),
    ])
  }

  private func problems(
    _ files: [String: String]? = nil, located: [LocatedFileName] = [],
    gaps: [(String, Outcome)] = [], wasInterrupted: Bool = false
  ) -> [String] {
    let files = files ?? there
    return BeforeVerification(
      plan,
      bench.result(
        located.map { bench.located($0.name, $0.verdict, $0.attributes) }, gaps: gaps,
        wasInterrupted: wasInterrupted),
      bench.contents(files), presence: bench.presence(plan, there: Array(files.keys))
    ).problems.inOrder.codes
  }

  @Test func `passes when all is as planned`() {
    #expect(
      problems(located: [LocatedFileName("brief.txt"), LocatedFileName("lijst.csv")]).isEmpty)
  }

  @Test func `a file that changed or is gone`() {
    #expect(
      problems(["brief.txt": "anders", "lijst.csv": "lijst"]) == ["item-changed 1", "item-gone 3"])
  }

  @Test func `a new place of the person, but not of somebody else`() {
    #expect(
      problems(located: [
        LocatedFileName("nieuw.txt"), LocatedFileName("ander.txt", .otherPerson),
        LocatedFileName("naam.txt", .possiblyAnother, [.surname]),
        LocatedFileName("vol.txt", .possiblyAnother, [.fullName]),
      ]) == ["new-place", "new-place"])
  }

  @Test func `what cannot be read is not known, unless it goes as it is`() {
    let gap = Outcome.notExamined(.encrypted)
    #expect(problems(gaps: [("brief.txt", gap)]).isEmpty)
    #expect(problems(gaps: [("oud.txt", gap)]) == ["unread 3"])
    #expect(problems(gaps: [("ander.zip", .partial(.limit, examinedByteCount: 1))]) == ["unread"])
    #expect(problems(wasInterrupted: true) == ["interrupted"])
  }

  @Test func `an item whose content is not known`() {
    let comparison = BeforeVerification(
      plan, bench.result(), bench.contents(["brief.txt": "brief", "oud.txt": "oud"]),
      presence: bench.presence(plan, there: Array(there.keys)))
    #expect(comparison.problems.codes == ["content-unread 2"])
    #expect(VerificationOutcome(comparison.problems) == .incomplete)
  }
}

/// What a made-up scan found in a file.
struct LocatedFileName {
  let name: String
  let verdict: PersonVerdict
  let attributes: [SubjectAttribute]

  init(
    _ name: String, _ verdict: PersonVerdict = .thisPerson,
    _ attributes: [SubjectAttribute] = [.bsn, .fullName]
  ) {
    self.name = name
    self.verdict = verdict
    self.attributes = attributes
  }
}
