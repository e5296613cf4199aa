internal import ScanModel

extension JSONRecords {
  /// A file; `writeExamples` adds members to each of its kinds.
  func file(
    _ record: FileRecord, into json: inout JSONText,
    writeExamples: (KindTally, inout JSONText) -> Void = { _, _ in }
  ) {
    provenance(record.provenance, into: &json)
    json.history(record.history)
    json.member("status", record.outcome.status)
    json.member("reason", record.outcome.reasonCode)
    json.member("errno", record.outcome.errorNumber)
    json.member("bytes", record.byteCount)
    json.member("examined_bytes", record.examinedByteCount)
    json.member("content_type", record.contentType)
    json.member("recalled", record.isRecalled)
    json.key("same_file_as")
    if let original = record.sameFileAs {
      json.object { path(original, into: &$0) }
    } else {
      json.null()
    }
    json.object("members") { json in
      json.member("examined", record.members.examinedCount)
      json.member("incomplete", record.members.incompleteCount)
      json.array("list") { json in
        for member in record.members.incomplete {
          json.object { self.member(member, into: &$0) }
        }
      }
    }
    json.array("stopped_patterns") { json in
      for pattern in record.stoppedPatterns { json.value(pattern) }
    }
    json.array("kinds") { json in
      for tally in record.tallies {
        json.object { json in
          self.tally(tally, into: &json)
          writeExamples(tally, &json)
        }
      }
    }
    let risk = FileRisk(of: record.tallies, in: kinds)
    json.object("risk") { json in
      json.member("score", risk.score)
      json.member("band", risk.band.rawValue)
    }
  }

  private func member(_ member: IncompleteMember, into json: inout JSONText) {
    json.parts(member.parts)
    json.member("text", member.parts.text(in: style.language))
    json.member("content_type", member.contentType)
    json.member("reason", member.reason.rawValue)
  }

  func leftOut(_ path: FilePath, _ reason: LeftOutReason, into json: inout JSONText) {
    self.path(path, into: &json)
    json.member("reason", reason.rawValue)
  }

  func summary(_ summary: RunSummary, into json: inout JSONText) {
    json.coverage(summary.coverage)
    json.array("kinds") { json in
      for (kind, levels) in summary.findingCounts.sorted(by: { kinds.precedes($0.key, $1.key) }) {
        json.object { json in
          json.member("kind", kind)
          json.member("count", levels.total)
          json.member("files", summary.fileCounts[kind] ?? 0)
          self.levels(levels, into: &json)
        }
      }
    }
    json.member("recalled", summary.recalledCount)
    json.member("suppressed", summary.suppressedCount)
    if let decided = summary.decided {
      json.object("decided") { json in
        json.member("accepted", decided.accepted)
        json.member("rejected", decided.rejected)
      }
    }
    json.array("missing_protections") { json in
      for protection in summary.missingProtections { json.value(protection) }
    }
    json.member("interrupted", summary.wasInterrupted)
    json.member("seconds", (summary.duration * 1000).rounded() / 1000)
    json.member("complete", summary.coverage.isComplete && !summary.wasInterrupted)
  }

  private func tally(_ tally: KindTally, into json: inout JSONText) {
    json.member("kind", tally.kind)
    json.member("count", tally.count)
    json.member("distinct", tally.distinctCount)
    json.member("distinct_is_lower_bound", tally.distinctIsLowerBound)
    json.member("confidence", tally.highestConfidence.value)
    levels(tally.countByLevel, into: &json)
  }

  private func levels(_ counts: LevelCounts, into json: inout JSONText) {
    json.object("levels") { json in
      json.member("low", counts[.low])
      json.member("medium", counts[.medium])
      json.member("high", counts[.high])
    }
  }
}

extension Outcome {
  fileprivate var errorNumber: Int? {
    guard case .notExamined(let reason) = self else { return nil }
    return reason.errorNumber.map(Int.init)
  }
}

extension FileRecord {
  fileprivate var examinedByteCount: Int {
    switch outcome {
    case .scanned: byteCount
    case .partial(_, let examinedByteCount): examinedByteCount
    case .notExamined: 0
    }
  }
}
