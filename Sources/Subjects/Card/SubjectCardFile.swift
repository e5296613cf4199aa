package import Reporting
package import ScanModel
internal import YAML

/// A file with cards, as YAML or JSON: one card, a list of them, or a list under `subjects`.
package struct SubjectCardFile {
  private let place: CardPlace

  /// The cards of a text; errors name file, line and key, never a value.
  package static func cards(
    in text: String, file: String, language: ReportLanguage = .en
  ) throws(ConfigurationError) -> [SubjectCard] {
    let file = SubjectCardFile(place: CardPlace(file: file, language: language))
    return try file.cards(in: text)
  }

  private func cards(in text: String) throws(ConfigurationError) -> [SubjectCard] {
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    var root = try YAMLDocument.root(of: plain, file: place.file)
    if let pairs = root.mapping, pairs.count == 1,
      let list = try? CardMapping(root, keys: [.subjects], place).node(.subjects)
    {
      root = list
    }
    let nodes = root.sequence ?? [root]
    var cards: [SubjectCard] = []
    for node in nodes {
      let card = try SubjectCardNode(node, place).card
      if !card.reference.isEmpty, cards.contains(where: { $0.reference == card.reference }) {
        throw place.error(
          node.line,
          CardProblem(
            "twee kaarten hebben dezelfde 'reference'", "two cards have the same 'reference'"))
      }
      cards.append(card)
    }
    guard !cards.isEmpty else {
      throw place.error(nil, CardProblem("er staat geen kaart in", "it holds no card"))
    }
    return cards
  }
}
