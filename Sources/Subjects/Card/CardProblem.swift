package import Reporting

/// What is wrong with a value of a card, in both languages; never the value itself.
package struct CardProblem: Error, Hashable, Sendable {
  let dutch: String
  let english: String

  init(_ dutch: String, _ english: String) {
    self.dutch = dutch
    self.english = english
  }

  /// A clause without capital and full stop.
  package func text(in language: ReportLanguage) -> String {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }
}
