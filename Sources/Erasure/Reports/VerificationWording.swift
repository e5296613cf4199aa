internal import Reporting

/// Sentences that every report of a verification has.
enum VerificationWording {
  /// What a verification says, and no more.
  static func scope(_ moment: VerificationReport.Moment, _ language: ReportLanguage) -> String {
    switch moment {
    case .before:
      language.choose(
        nl: "of het plan klopt met wat met deze regels op deze plaatsen op dit moment is gevonden",
        en:
          "whether the plan agrees with what was found by these rules in these places at this time")
    case .after:
      language.choose(
        nl: "niet gevonden met deze regels op deze plaatsen op dit moment",
        en: "not found by these rules in these places at this time")
    }
  }
}
