package import Reporting
internal import ScanModel

/// A verification for programs, and for those who keep it: `.anonymous` holds no path, name or place.
package struct VerificationJSON {
  package enum Form: Hashable, Sendable {
    case full, anonymous
  }

  private let report: VerificationReport
  private let form: Form
  private let language: ReportLanguage

  package init(_ report: VerificationReport, form: Form, language: ReportLanguage) {
    self.report = report
    self.form = form
    self.language = language
  }

  private var isFull: Bool { form == .full }

  package var bytes: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("schema", "vindplaats-verification-1")
      json.member("title", report.title(in: language))
      json.member("verification", report.moment.rawValue)
      json.member("outcome", report.outcome.rawValue)
      json.member("wording", VerificationWording.scope(report.moment, language))
      json.member("anonymous", !isFull)
      run(&json)
      plan(&json)
      coverage(&json)
      decisions(&json)
      json.array("items") { json in
        for item in report.items { self.item(item, &json) }
      }
      json.array("problems") { json in
        for (index, problem) in report.problems.enumerated() {
          self.problem(problem, number: index + 1, &json)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func run(_ json: inout JSONText) {
    json.member("run", report.run)
    json.member("earlier_run", report.earlierRun.isEmpty ? nil : report.earlierRun)
    json.member("started", Timestamp(report.started).iso8601)
    json.member("ended", Timestamp(report.ended).iso8601)
    if isFull { json.member("by", report.author) }
    json.member("program", report.program)
    json.member("patterns", report.patterns)
    json.member("audit_head", report.auditHead)
  }

  private func plan(_ json: inout JSONText) {
    let plan = report.plan
    json.object("plan") { json in
      json.member("id", plan.id)
      json.member("case", plan.caseReference)
      json.member("made", Timestamp(plan.made).iso8601)
      json.member("program", plan.program)
      json.member("patterns", plan.patterns)
      json.member("text_code", report.planCode)
      json.member("key", plan.keyID)
      json.member("subjects", plan.subjects.count)
      json.member("roots", plan.scope.roots.count)
      guard isFull else { return }
      json.array("subject_references") { json in
        for subject in plan.subjects { json.value(subject) }
      }
      json.array("root_paths") { json in
        for root in plan.scope.roots { json.object { $0.path(root.path) } }
      }
      json.array("options") { json in
        for option in plan.scope.options { json.value(option) }
      }
    }
  }

  private func coverage(_ json: inout JSONText) {
    json.key("coverage")
    guard let coverage = report.coverage else { return json.null() }
    json.object { json in
      json.member("complete", coverage.isComplete)
      json.member("listed", coverage.listedCount)
      json.member("searched", coverage.scannedCount)
      json.member("partly_searched", coverage.partialCount)
      json.member("not_searched", coverage.notExaminedCount)
      json.member("bytes", coverage.examinedByteCount)
      json.member("partial", counts: PlanCoverage(coverage).partial)
      json.member("not_examined", counts: coverage.notExamined)
      json.member("left_out", counts: PlanCoverage(coverage).leftOut)
    }
    json.member("weak_places", report.weakPlaceCount)
  }

  private func decisions(_ json: inout JSONText) {
    let counts = report.decisions
    json.object("decisions") { json in
      json.member("delete", counts.deleteCount)
      json.member("passages", counts.passagesCount)
      json.member("keep", counts.keepCount)
      json.member("undecided", counts.undecidedCount)
    }
  }

  private func item(_ entry: VerificationReport.Item, _ json: inout JSONText) {
    let item = entry.item
    json.object { json in
      json.member("item", item.number)
      if isFull { json.path(item.path) }
      json.member("decision", item.decision.choice?.rawValue)
      json.member("ground", item.decision.ground?.rawValue)
      json.member("until", item.decision.until?.text)
      if isFull, !item.decision.note.isEmpty { json.member("note", item.decision.note) }
      json.object("before") { json in
        json.member("type", item.contentType)
        json.member("size", item.facts.byteCount)
        json.member("content_code", item.facts.digest)
        json.member("period", PlanPeriod.month(item.facts.modified))
        json.member("hits", counts: item.hits)
        if let likeness = item.likeness { json.member("sign", likeness.sign.rawValue) }
        json.member("other_people", item.otherPeopleCount)
        json.member("copies", item.copies.count)
        json.member("copies_within", item.within.count)
        json.member("hard_links_outside", item.linksOutsideCount)
        guard isFull else { return }
        json.member("modified", Timestamp(item.facts.modified / 1_000_000_000).iso8601)
        json.member("owner", item.facts.owner)
      }
      json.member("after", entry.outcome.rawValue)
    }
  }

  private func problem(_ problem: VerificationProblem, number: Int, _ json: inout JSONText) {
    json.object { json in
      json.member("number", number)
      json.member("code", problem.code)
      json.member("incomplete", problem.isIncomplete)
      json.member("item", problem.item)
      guard isFull else { return }
      if let path = problem.path { json.path(path) }
      json.member("message", problem.message(in: language))
    }
  }
}

/// The periods of files in reports that hold no exact moments.
enum PlanPeriod {
  /// `2026-05`.
  static func month(_ nanoseconds: Int64) -> String {
    String(Timestamp(nanoseconds / 1_000_000_000).iso8601.prefix(7))
  }
}

extension PlanItem {
  /// By the code of the attribute, of all its people.
  var hits: [String: Int] {
    finds.reduce(into: [:]) { hits, find in hits.merge(find.hits, uniquingKeysWith: +) }
  }
}
