import ScanModel
import Subjects

/// What a card finds of texts, by the rules that the search for terms has.
struct Written {
  private let search: SubjectSearch

  init(_ yaml: String) throws {
    search = SubjectSearch(try SubjectCardFile.cards(in: yaml, file: "card"))
  }

  var variants: [SubjectVariant] { search.variants(of: 0) }

  /// Those that count only where a label names them.
  var labelled: [String] { variants.filter(\.needsLabel).map(\.text) }

  /// The attributes of the variants that are just this text, in any place.
  func attributes(_ text: String) -> Set<SubjectAttribute> {
    Set(
      variants.filter { !$0.needsLabel }.filter { variant in
        switch variant.gaps {
        case .anywhere: Self.joined(variant.text) == Self.joined(text)
        case .whereWritten, .acrossFields: Self.tokens(variant.text) == Self.tokens(text)
        }
      }.map(\.attribute))
  }

  private static func joined(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Runs of letters and runs of digits.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var last: Character = " "
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        if character.isLetter == last.isLetter, character.isNumber == last.isNumber {
          tokens[tokens.count - 1].append(character)
        } else {
          tokens.append(String(character))
        }
      }
      last = character
    }
    return tokens
  }
}
