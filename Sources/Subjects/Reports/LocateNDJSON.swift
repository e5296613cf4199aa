internal import Reporting
internal import ScanModel

/// A record on each line: `run`, then what was located, then what was not searched, last `summary`.
///
/// Keys and codes are English; who misses the summary knows that it was cut.
struct LocateNDJSON {
  static let schema = 1

  private let report: LocateReport
  private let style: ReportStyle

  init(_ report: LocateReport) {
    self.report = report
    style = report.style
  }

  /// Calls back with the lines, in pieces.
  func write(_ take: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) {
    try take(record("run") { run(&$0) })
    for entry in report.entries {
      try take(record("located") { located(entry, &$0) })
      for line in entry.file.lines {
        try take(record("located-record") { located(line, of: entry, &$0) })
      }
    }
    for gap in report.unsearched.gaps {
      try take(record("not-searched") { self.gap(gap, &$0) })
    }
    for entry in report.unsearched.leftOut {
      try take(
        record("left-out") { json in
          json.path(entry.path)
          json.member("reason", entry.reason.rawValue)
        })
    }
    try take(record("summary") { summary(&$0) })
  }

  private func record(_ type: String, _ members: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("type", type)
      members(&json)
    }
    json.endLine()
    return json.bytes
  }

  // MARK: Run

  private func run(_ json: inout JSONText) {
    let account = report.account
    json.member("schema", Self.schema)
    json.member("command", "locate")
    json.member("id", account.id)
    json.member("version", account.toolVersion)
    json.member("patterns", account.patternVersion)
    json.member("recipe", account.recipe)
    json.member("started", Timestamp(account.started).iso8601)
    json.member("case", account.caseReference.isEmpty ? nil : account.caseReference)
    json.member("reason", account.reason.isEmpty ? nil : account.reason)
    json.array("roots") { json in
      for root in account.roots { json.object { $0.path(root) } }
    }
    json.array("options") { json in
      for option in account.options { json.value(option) }
    }
    json.member("language", style.language.rawValue)
    json.member("reveals_values", style.revealsValues)
    json.member("read_anew", report.summary != nil)
    json.key("store_runs")
    if let runs = account.runs {
      json.array { json in
        for run in runs { json.object { Self.run(run, &$0) } }
      }
    } else {
      json.null()
    }
    json.array("subjects") { json in
      for card in account.subjects.indices { json.object { subject(card, &$0) } }
    }
  }

  private static func run(_ run: SearchAccount.Run, _ json: inout JSONText) {
    json.member("run", run.name)
    json.member("started", Timestamp(run.started).iso8601)
    json.member("complete", run.isComplete)
    json.member("not_searched", run.gapCount)
    json.member("left_out", run.leftOutCount)
    json.member("version", run.toolVersion)
    json.array("roots") { json in
      for root in run.roots { json.object { $0.path(root) } }
    }
    json.array("options") { json in
      for option in run.options { json.value(option) }
    }
  }

  private func subject(_ card: Int, _ json: inout JSONText) {
    let subject = report.account.subjects[card]
    json.member("subject", subject.reference)
    json.array("identifiers") { json in
      for identifier in subject.identifiers {
        json.object { json in
          json.member("attribute", identifier.attribute.rawValue)
          json.member("mask", identifier.value.masked())
          if style.revealsValues { json.member("value", identifier.value.revealed) }
        }
      }
    }
    json.member("variants", counts: subject.variantCounts.byCode)
    let asked = report.account.storedAttributes
    json.array("store_knows") { json in
      guard asked.indices.contains(card) else { return }
      for attribute in SubjectAttribute.byWeight where asked[card].contains(attribute) {
        json.value(attribute.rawValue)
      }
    }
  }

  // MARK: Files

  private func located(_ entry: LocateReport.Entry, _ json: inout JSONText) {
    let file = entry.file
    head(of: entry, &json)
    json.member("verdict", file.verdict.rawValue)
    json.member("score", file.score)
    json.member("source", entry.source.code)
    if case .store(let state) = entry.source { json.member("state", state.rawValue) }
    json.member("status", file.record.outcome.status)
    json.member("reason", file.record.outcome.reasonCode)
    json.member("owner", entry.owner)
    json.member("content_type", file.record.contentType)
    json.member("bytes", file.record.byteCount)
    json.member(
      "modified", file.record.facts.map { Timestamp($0.modified / 1_000_000_000).iso8601 })
    json.member("copy_group", entry.copyGroup)
    json.key("same_file_as")
    if let original = file.record.sameFileAs {
      json.object { $0.path(original) }
    } else {
      json.null()
    }
    json.member("other_people", file.otherPeople.count)
    json.member("other_people_is_lower_bound", file.otherPeople.isLowerBound)
    json.member("mentions", counts: file.mentionCounts.byCode)
    json.member("documents", counts: file.documentCounts.byCode)
    json.member(
      "records",
      counts: file.documents.reduce(into: [PersonVerdict: Int]()) { counts, document in
        counts.merge(document.recordCounts, uniquingKeysWith: +)
      }.byCode)
  }

  private func head(of entry: LocateReport.Entry, _ json: inout JSONText) {
    json.member("subject", report.account.subjects[entry.file.card].reference)
    json.path(entry.path)
  }

  private func located(
    _ line: LocatedFile.Line, of entry: LocateReport.Entry, _ json: inout JSONText
  ) {
    head(of: entry, &json)
    json.parts(line.document.part)
    json.member("document", line.document.part.shown(in: style.language))
    json.member("copy_group", entry.copyGroup(of: line.document))
    json.member("place", line.place(in: style.language))
    json.member("verdict", line.record.verdict.rawValue)
    json.member("score", line.record.score)
    json.array("reasons") { json in
      for reason in line.record.reasons { json.object { self.reason(reason, &$0) } }
    }
    json.array("mentions") { json in
      for mention in line.record.mentions {
        json.object { json in
          json.member("attribute", mention.attribute.rawValue)
          json.member("place", mention.place.shown(behind: line.part, in: style.language))
          json.member("row", mention.place.number)
          json.member("mask", mention.masked.masked())
          if style.revealsValues { json.member("value", mention.value.revealed) }
        }
      }
    }
  }

  private func reason(_ reason: LocateReason, _ json: inout JSONText) {
    json.member("code", reason.code)
    json.member("text", reason.phrase[style.language])
    json.array("attributes") { json in
      for attribute in reason.attributes { json.value(attribute.rawValue) }
    }
    if case .differs(let kind) = reason { json.member("kind", kind) }
  }

  // MARK: What was not searched

  private func gap(_ gap: UnsearchedFiles.Gap, _ json: inout JSONText) {
    json.path(gap.path)
    json.member("status", gap.outcome.status)
    json.member("reason", gap.outcome.reasonCode)
    json.member("text", gap.reason(in: style.language))
    json.member("content_type", gap.contentType)
    json.member("bytes", gap.byteCount)
    json.member("incomplete_members", gap.members.incompleteCount)
    json.array("members") { json in
      for member in gap.members.incomplete {
        json.object { json in
          json.parts(member.parts)
          json.member("text", member.parts.shown(in: style.language))
          json.member("reason", member.reason.rawValue)
          json.member("content_type", member.contentType)
        }
      }
    }
  }

  private func summary(_ json: inout JSONText) {
    if let coverage = report.summary?.coverage { json.coverage(coverage) }
    json.member("not_searched", report.unsearched.gapCount)
    json.member("left_out", report.unsearched.leftOutCount)
    json.array("subjects") { json in
      for card in report.account.subjects.indices { json.object { totals(card, &$0) } }
    }
    json.array("served") { json in
      for sentence in ServedText(report: report).sentences { json.value(sentence[style.language]) }
    }
    json.member("ended", Timestamp(report.account.ended).iso8601)
    json.member("audit_head", report.account.auditHead)
    json.member("interrupted", report.summary?.wasInterrupted == true)
    json.member("complete", report.isComplete)
  }

  private func totals(_ card: Int, _ json: inout JSONText) {
    let totals = LocateTotals(report.entries(of: card), language: style.language)
    json.member("subject", report.account.subjects[card].reference)
    json.member("files", counts: totals.verdicts.byCode)
    groups("folders", LocateTotals.ranked(totals.folders), &json)
    groups("owners", LocateTotals.ranked(totals.owners), &json)
    groups("document_kinds", LocateTotals.ranked(totals.documentKinds), &json)
    groups(
      "attributes",
      SubjectAttribute.byWeight.compactMap { attribute in
        totals.attributes[attribute].map { (attribute.rawValue, $0) }
      }, &json)
  }

  private func groups(
    _ name: StaticString, _ groups: [(name: String, counts: [PersonVerdict: Int])],
    _ json: inout JSONText
  ) {
    json.array(name) { json in
      for group in groups {
        json.object { json in
          json.member("name", group.name)
          json.member("files", counts: group.counts.byCode)
        }
      }
    }
  }
}
