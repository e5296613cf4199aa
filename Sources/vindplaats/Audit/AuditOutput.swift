internal import AuditLog
internal import Cryptography
internal import Reporting

/// What the audit commands print, for people and for programs.
enum AuditOutput {
  static func print(
    _ verdict: AuditVerdict, _ isHeadHeld: Bool, to output: AnswerOutput,
    _ language: ReportLanguage
  ) {
    let problems =
      verdict.problems.map { $0.text(in: language) } + (isHeadHeld ? [] : [headLost(language)])
    let count = verdict.lineCount
    let lines =
      count == 1
      ? language.choose(nl: "1 regel", en: "1 line")
      : language.choose(nl: "\(count) regels", en: "\(count) lines")
    if problems.isEmpty {
      output.print(
        language.choose(
          nl: "\(lines), alle zoals ze zijn geschreven", en: "\(lines), all as written"))
    } else {
      let amount =
        problems.count == 1
        ? language.choose(nl: "1 fout", en: "1 fault")
        : language.choose(nl: "\(problems.count) fouten", en: "\(problems.count) faults")
      output.print("\(lines), \(amount):")
      for (index, problem) in problems.enumerated() { output.print("  \(index + 1). \(problem)") }
    }
    if verdict.halfLineByteCount > 0 {
      output.print(
        language.choose(
          nl: "het schrijven van een regel is afgebroken (\(verdict.halfLineByteCount) bytes); de "
            + "volgende regel ruimt dat op",
          en: "the writing of a line was broken off (\(verdict.halfLineByteCount) bytes); the next "
            + "line removes that"))
    }
    if let head = verdict.head {
      output.print(language.choose(nl: "kop: \(head.text)", en: "head: \(head.text)"))
    }
  }

  private static func headLost(_ language: ReportLanguage) -> String {
    language.choose(
      nl: "de kop die is gegeven staat er niet in: er is een ouder logboek teruggezet",
      en: "the head that was given is not in it: an older log was put back")
  }

  static func printRecord(
    _ verdict: AuditVerdict, _ isHeadHeld: Bool, to output: AnswerOutput
  ) {
    output.printRecord("audit") { json in
      json.member("intact", verdict.isIntact && isHeadHeld)
      json.member("lines", verdict.lineCount)
      json.member("head", verdict.head?.text)
      json.member("head_held", isHeadHeld)
      json.member("half_line_bytes", verdict.halfLineByteCount)
      json.array("problems") { json in
        for problem in verdict.problems {
          json.object { json in
            json.member("code", problem.code)
            json.member("message", problem.text(in: .en))
          }
        }
      }
    }
  }

  static func print(_ record: AuditRecord, to output: AnswerOutput) {
    let entry = record.entry
    let facts = entry.facts.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    output.print(
      [
        "\(record.number)", Timestamp(localTimeOf: entry.time).short, entry.author, entry.action,
        entry.caseReference, entry.reason, facts,
      ].map { TerminalText.text($0) }.joined(separator: "\t"))
  }

  static func printRecord(_ record: AuditRecord, to output: AnswerOutput) {
    let entry = record.entry
    output.printRecord("entry") { json in
      json.member("number", record.number)
      json.members(of: entry)
      json.member("code", Hexadecimal.text(of: record.code))
    }
  }
}
