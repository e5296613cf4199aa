internal import Reporting
internal import Subjects

/// The reference of a case as it was typed, which stands in reports and in the audit log.
enum CaseReference {
  private static let byteLimit = 80

  /// The reference as it is written; throws where it tells who one of the people is.
  static func checked(
    _ typed: String, _ search: SubjectSearch, _ language: ReportLanguage
  ) throws -> String {
    let text = TypedText.visible(typed)
    do throws(CardProblem) {
      for card in search.cards {
        _ = try CardValue.harmless(text, on: card, byteLimit: byteLimit)
      }
    } catch {
      throw CommandFailure(message: "--case: \(error.text(in: language))", status: .usage)
    }
    return text
  }
}
