internal import FindingStore
internal import PatternCatalog
internal import Reporting
internal import ScanModel
internal import Validators

/// Why a finding was made, for people.
struct ExplanationText {
  private let explanation: FindingExplanation
  /// nil for a kind of a pattern file that is not at hand.
  private let pattern: Pattern?
  private let language: ReportLanguage
  private let number: NumberText

  init(_ explanation: FindingExplanation, _ pattern: Pattern?, _ language: ReportLanguage) {
    self.explanation = explanation
    self.pattern = pattern
    self.language = language
    number = NumberText(language)
  }

  var lines: [String] {
    let finding = explanation.finding
    return [
      say(
        "Vondst \(explanation.id): \(TerminalText.text(finding.mask))",
        "Finding \(explanation.id): \(TerminalText.text(finding.mask))")
    ] + what + why + place + files + others
  }

  private func say(_ dutch: String, _ english: String) -> String {
    language.choose(nl: dutch, en: english)
  }

  // MARK: What it is

  private var what: [String] {
    let kind = TerminalText.text(explanation.finding.kind)
    guard let pattern else {
      return [
        "",
        say(
          "1. Soort: \(kind); het patroonbestand is niet gegeven (--patterns)",
          "1. Kind: \(kind); its pattern file is not given (--patterns)"),
      ]
    }
    let name = pattern.description.shownName(in: language)
    let lawClass = pattern.description.legalClass.shown(in: language)
    let source = TerminalText.text(pattern.source)
    let forms = pattern.expressions.map(\.notation).joined(separator: ", ")
    let check = (pattern.validator.map(\.checkName) ?? nil).map { Phrase.check($0)[language] }
    return [
      "",
      say("1. Soort: \(name) (\(kind))", "1. Kind: \(name) (\(kind))"),
      say("   Regime: \(lawClass)", "   Regime: \(lawClass)"),
      say("   Bron: \(source)", "   Source: \(source)"),
      say("2. Vorm: geschreven als een van: \(forms)", "2. Form: written as one of: \(forms)"),
      check.map { say("   Controle: \($0)", "   Check: \($0)") }
        ?? say("   Controle: geen, alleen de vorm", "   Check: none, the form alone"),
    ]
  }

  // MARK: Why

  private var why: [String] {
    let finding = explanation.finding
    var lines = [say("3. Zekerheid:", "3. Confidence:")]
    if let bare = pattern?.confidence.bare {
      let text = number.decimal(bare, places: 2)
      lines.append(
        say("   \(text)    de vorm en de controle alleen", "   \(text)    form and check alone"))
    }
    for reason in finding.reasons {
      lines.append("   \(effect(of: reason))  \(reason.clause(in: language))")
    }
    let result = finding.confidence.shown(in: language)
    lines.append(
      say(
        "   samen: \(result) (laag < 0,50 ≤ middel < 0,80 ≤ hoog)",
        "   together: \(result) (low < 0.50 ≤ medium < 0.80 ≤ high)"))
    return lines
  }

  /// What the reason does to the confidence, in six characters: `0,95 ▲`.
  private func effect(of reason: Reason) -> String {
    guard let table = pattern?.confidence else { return "     ·" }
    switch reason {
    case .label, .columnHeader, .fieldName, .knownRecord: return effect(table.label, table.bare)
    case .nearbyLabel: return effect(table.near, table.bare)
    case .counterWord: return effect(table.counter, table.bare)
    case .typicalNotation: return effect(table.typical, table.bare)
    case .columnPasses: return "     ▲"
    case .columnIsRandom, .notPublicAddress, .unknownBank, .lostZero: return "     ▼"
    case .checkPassed, .noCheck, .testRange, .splitOverLines, .within, .mayHoldBSN,
      .functionalAddress:
      return "     ·"
    }
  }

  private func effect(_ value: Double, _ bare: Double) -> String {
    let mark = value > bare ? "▲" : value < bare ? "▼" : "·"
    return "\(number.decimal(value, places: 2)) \(mark)"
  }

  // MARK: Where

  private var place: [String] {
    let finding = explanation.finding
    let text = finding.finding.shownPlace(in: language)
    var lines = [say("4. Plaats: \(text)", "4. Place: \(text)")]
    if !finding.part.isEmpty {
      let part = finding.part.shown(in: language)
      lines.append(say("   Deel: \(part)", "   Part: \(part)"))
    }
    return lines
  }

  private var files: [String] {
    let count = explanation.files.count
    let head =
      count == 1
      ? say("5. Bestand:", "5. File:")
      : say(
        "5. Bestanden met deze inhoud: \(number.grouped(count))",
        "5. Files of this content: \(number.grouped(count))")
    return [head] + explanation.files.prefix(FindingExplanation.listLimit).flatMap(lines(of:))
      + more(count)
  }

  private func lines(of file: FindingExplanation.File) -> [String] {
    let history = file.history
    let size = number.byteCount(file.byteCount)
    let first = Timestamp(localTimeOf: history.first.time).short
    let last = Timestamp(localTimeOf: history.last.time).short
    var facts = [file.contentType, size]
    if let owner = history.owner {
      let name = TerminalText.text(owner)
      facts.append(say("van \(name)", "of \(name)"))
    }
    if let modified = file.modified {
      let date = Timestamp(localTimeOf: modified).short
      facts.append(say("veranderd \(date)", "changed \(date)"))
    }
    facts.append(
      say(
        "eerst gezien \(first) (run \(history.first.run))",
        "first seen \(first) (run \(history.first.run))"))
    if let gone = history.gone {
      let date = Timestamp(localTimeOf: gone.time).short
      facts.append(
        say(
          "weg of vervangen \(date) (run \(gone.run))",
          "gone or replaced \(date) (run \(gone.run))"))
    } else {
      facts.append(say("laatst gezien \(last)", "last seen \(last)"))
    }
    var lines = ["   \(TerminalText.path(file.path))", "     " + facts.joined(separator: " · ")]
    lines += decision(on: file)
    return lines
  }

  private func decision(on file: FindingExplanation.File) -> [String] {
    guard let decision = file.decision else {
      return [say("     besluit: geen", "     decision: none")]
    }
    let author = TerminalText.text(decision.author)
    let reason = TerminalText.text(decision.reason)
    let date = Timestamp(localTimeOf: decision.made).short
    let verdict = decision.verdict.shown(in: language)
    return [
      say(
        "     besluit \(decision.id): \(verdict) door \(author) op \(date): \(reason)",
        "     decision \(decision.id): \(verdict) by \(author) on \(date): \(reason)")
    ]
  }

  private var others: [String] {
    let count = explanation.otherCount
    guard count > 0 else {
      return [
        say(
          "6. De waarde staat in geen ander bestand.", "6. The value stands in no other file.")
      ]
    }
    return [
      say(
        "6. Andere bestanden met dezelfde waarde: \(number.grouped(count))",
        "6. Other files with the same value: \(number.grouped(count))")
    ] + explanation.otherPaths.map { "   \(TerminalText.path($0))" } + more(count)
  }

  /// Says how many are not listed.
  private func more(_ count: Int) -> [String] {
    let rest = count - FindingExplanation.listLimit
    guard rest > 0 else { return [] }
    let text = number.grouped(rest)
    return [say("   … en nog \(text)", "   … and \(text) more")]
  }
}
