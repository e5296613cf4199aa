package import AuditLog

/// What can be said of a plan without reading the share.
package struct PlanCheck {
  private let reading: PlanReader.Reading
  private var plan: ErasurePlan { reading.plan }

  package init(_ reading: PlanReader.Reading) {
    self.reading = reading
  }

  /// Whether the plan is as it was made, but for its decisions.
  package func sealProblems(_ seal: PlanSeal) -> [VerificationProblem] {
    var problems: [VerificationProblem] = []
    var seen: Set<Int> = []
    for (item, itemSeal) in zip(plan.items, reading.itemSeals) {
      if !(1...max(1, plan.itemCount)).contains(item.number) || !seen.insert(item.number).inserted {
        problems.append(VerificationProblem(.planItemAdded, item))
      } else if seal.seal(of: item, inPlan: plan.id) != itemSeal {
        problems.append(VerificationProblem(.planItemChanged, item))
      }
    }
    for number in 1...max(1, plan.itemCount) where plan.itemCount > 0 && !seen.contains(number) {
      problems.append(VerificationProblem(.planItemMissing, item: number))
    }
    if problems.isEmpty, seal.seal(of: plan) != reading.seal {
      problems.append(VerificationProblem(.planHeadChanged))
    }
    return problems
  }

  /// Whether every item is decided, with what its decision needs.
  package func decisionProblems(on day: PlanDay) -> [VerificationProblem] {
    plan.items.flatMap { item -> [VerificationProblem] in
      guard let choice = item.decision.choice else {
        return [VerificationProblem(.undecided, item)]
      }
      guard choice == .keep else { return [] }
      guard let ground = item.decision.ground else {
        return [VerificationProblem(.groundMissing, item)]
      }
      var problems: [VerificationProblem] = []
      if let until = item.decision.until {
        if until < day { problems.append(VerificationProblem(.untilPast(until), item)) }
      } else if ground.needsEnd {
        problems.append(VerificationProblem(.untilMissing(ground), item))
      }
      if ground.needsNote, item.decision.note.isEmpty {
        problems.append(VerificationProblem(.noteMissing, item))
      }
      return problems
    }
  }

  /// Whether nothing is to be deleted that is under a hold.
  package func holdProblems(_ holds: [Hold], on day: PlanDay) -> [VerificationProblem] {
    plan.items.compactMap { item in
      guard item.decision.choice == .delete || item.decision.choice == .passages else { return nil }
      let subjects = item.finds.isEmpty ? plan.subjects : item.subjects
      return holds.first(
        forbidding: item.path, of: subjects, in: plan.caseReference, on: day
      ).map { VerificationProblem(.underHold($0.ground, until: $0.until), item) }
    }
  }

  /// Whether the audit log is whole and goes on from where it was when the plan was made.
  package func auditProblems(_ verdict: AuditVerdict) -> [VerificationProblem] {
    if !verdict.isIntact { return [VerificationProblem(.auditChanged)] }
    if let head = AuditHead(plan.auditHead), !verdict.holds(head) {
      return [VerificationProblem(.auditLacksPlan)]
    }
    let isNoted = verdict.records.contains {
      $0.entry.action == AuditAction.plan && $0.entry.value(of: AuditFact.plan) == plan.id
    }
    return isNoted ? [] : [VerificationProblem(.auditLacksPlan)]
  }

  /// Whether a verification before the deletion passed with this very text.
  package func earlierProblems(
    _ records: [AuditRecord], planCode: String
  ) -> [VerificationProblem] {
    let passed = passed(records)
    if passed.contains(where: { $0.value(of: AuditFact.text) == planCode }) { return [] }
    return [VerificationProblem(passed.isEmpty ? .notVerifiedBefore : .planEditedSince)]
  }

  /// The run of the last verification before the deletion that passed with this text; empty for none.
  package func earlierRun(_ records: [AuditRecord], planCode: String) -> String {
    passed(records).last { $0.value(of: AuditFact.text) == planCode }?.value(of: AuditFact.run)
      ?? ""
  }

  /// The verifications before the deletion that passed with any text.
  private func passed(_ records: [AuditRecord]) -> [AuditEntry] {
    records.map(\.entry).filter {
      $0.action == AuditAction.before && $0.value(of: AuditFact.plan) == plan.id
        && $0.value(of: AuditFact.outcome) == VerificationOutcome.passed.rawValue
    }
  }
}

extension AuditEntry {
  package func value(of fact: String) -> String? { facts.first { $0.name == fact }?.value }
}
