import AuditLog
import ScanModel
import TestSupport
import Testing

@testable import Erasure

@Suite struct PlanCheckTests {
  private let bench: PlanBench
  private let day: PlanDay

  init() throws {
    bench = try PlanBench()
    day = try #require(PlanDay("2026-11-27"))
  }

  private func check(_ decisions: ItemDecision...) throws -> PlanCheck {
    let items = decisions.enumerated().map {
      bench.item($0.offset + 1, "f\($0.offset)", $0.element)
    }
    return try bench.check(bench.text(bench.plan(items)))
  }

  @Test func `every item is decided, with what its decision needs`() throws {
    let check = try check(
      ItemDecision(), ItemDecision(.delete), ItemDecision(.keep),
      ItemDecision(.keep, ground: .retention),
      ItemDecision(.keep, ground: .retention, until: PlanDay("2026-11-26")),
      ItemDecision(.keep, ground: .retention, until: PlanDay("2026-11-27")),
      ItemDecision(.keep, ground: .other, until: PlanDay("2030-01-01")),
      ItemDecision(.keep, ground: .otherPerson), ItemDecision(.passages))
    #expect(
      check.decisionProblems(on: day).codes == [
        "undecided 1", "ground-missing 3", "until-missing 4", "until-past 5", "note-missing 7",
      ])
  }

  @Test func `nothing under a hold is deleted, in whole or in part`() throws {
    let check = try check(
      ItemDecision(.delete), ItemDecision(.passages), ItemDecision(.keep, ground: .procedure))
    let hold = Hold(subject: "A", ground: .procedure)
    #expect(check.holdProblems([hold], on: day).codes == ["under-hold 1", "under-hold 2"])
    #expect(check.holdProblems([Hold(subject: "B", ground: .procedure)], on: day).isEmpty)
    let one = Hold(place: HoldPlace("/srv/share/f1"), ground: .restriction)
    #expect(check.holdProblems([one], on: day).codes == ["under-hold 2"])
  }

  // MARK: The audit log

  private func log(_ folder: TemporaryFolder) throws -> AuditLog {
    try AuditLog(FilePath("\(folder.path)/audit"), hasher: bench.hasher)
  }

  private func entry(_ action: String, _ facts: [String: String]) -> AuditEntry {
    AuditEntry(
      action: action, caseReference: "Z", author: "fg", time: 1, reason: "",
      facts: facts.sorted { $0.key < $1.key }.map { AuditEntry.Fact($0.key, $0.value) })
  }

  @Test func `the audit log knows the plan`() throws {
    let folder = try TemporaryFolder()
    let log = try log(folder)
    let check = try check(ItemDecision(.delete))
    try log.append(entry("locate", [:]))
    #expect(check.auditProblems(try log.verify()).codes == ["audit-lacks-plan"])
    try log.append(entry("erase-plan", ["plan": "0123456789abcdef"]))
    #expect(check.auditProblems(try log.verify()).isEmpty)
    #expect(check.auditProblems(.empty).codes == ["audit-lacks-plan"])
  }

  @Test func `a passed verification before it counts for that text alone`() throws {
    let folder = try TemporaryFolder()
    let log = try log(folder)
    let check = try check(ItemDecision(.delete))
    func problems() throws -> [String] {
      check.earlierProblems(try log.entries(), planCode: "aa").codes
    }
    let facts = ["plan": "0123456789abcdef", "plan-text": "aa", "run": "r1"]
    try log.append(entry("verify-before", facts.merging(["outcome": "failed"]) { $1 }))
    try log.append(entry("verify-after", facts.merging(["outcome": "passed"]) { $1 }))
    try log.append(
      entry("verify-before", ["plan": "x", "plan-text": "aa", "outcome": "passed"]))
    #expect(try problems() == ["not-verified-before"])
    try log.append(
      entry("verify-before", facts.merging(["outcome": "passed", "plan-text": "bb"]) { $1 }))
    #expect(try problems() == ["plan-edited-since"])
    try log.append(entry("verify-before", facts.merging(["outcome": "passed"]) { $1 }))
    try log.append(entry("verify-before", facts.merging(["outcome": "failed"]) { $1 }))
    #expect(try problems().isEmpty)
    #expect(check.earlierRun(try log.entries(), planCode: "aa") == "r1")
  }
}
