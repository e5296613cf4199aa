internal import FindingStore
internal import Reporting

/// A decision on a line for people, its fields apart by tabs.
struct DecisionLine {
  private let decision: Decision
  private let language: ReportLanguage

  init(_ decision: Decision, _ language: ReportLanguage) {
    self.decision = decision
    self.language = language
  }

  func text(at time: Int64) -> String {
    [
      String(decision.id), decision.verdict.shown(in: language), decision.kind, target,
      state(at: time),
      TerminalText.text(decision.author), TerminalText.text(decision.reason),
    ].joined(separator: "\t")
  }

  private var target: String {
    let path = decision.path.map(TerminalText.path)
    return switch (decision.hash, path) {
    case (nil, let path): language.choose(nl: "alles onder ", en: "all below ") + (path ?? "")
    case (_, nil): language.choose(nl: "deze waarde, overal", en: "this value, anywhere")
    case (_, let path?):
      language.choose(nl: "deze waarde in ", en: "this value in ") + path
        + (decision.part.map { $0.isEmpty ? "" : " » " + TerminalText.text($0) } ?? "")
    }
  }

  private func state(at time: Int64) -> String {
    if decision.withdrawn != nil { return language.choose(nl: "ingetrokken", en: "withdrawn") }
    guard let end = decision.expires else {
      return language.choose(nl: "zonder einde", en: "without end")
    }
    let day = CalendarDay.text(endingAt: end)
    return decision.holds(at: time)
      ? language.choose(nl: "tot en met \(day)", en: "until \(day)")
      : language.choose(nl: "verlopen na \(day)", en: "expired after \(day)")
  }
}
