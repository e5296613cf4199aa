internal import Reporting

/// Sentences that every report of a verification has.
enum VerificationWording {
  /// What a verification says, and no more.
  static func scope(_ language: ReportLanguage) -> String {
    language.choose(
      nl: "niet gevonden met deze regels op deze plaatsen op dit moment",
      en: "not found by these rules in these places at this time")
  }
}
