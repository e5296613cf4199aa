/// A word that says that a number behind it is one of a person.
package struct NumberLabel: Hashable, Sendable {
  /// A word of our own, never of the document: `nummer`.
  package let word: String
  /// The characters between it and the number; 0 where it stands for the whole field.
  package let distance: Int

  /// How many bytes before a number are looked at.
  static let reach = 24

  /// Words as they are told, and what a folded word begins with, ends with or is where it is one.
  private static let words: [(word: String, form: String, place: Place)] = [
    ("nummer", "nummer", .end), ("nummer", "number", .end), ("nummer", "nr", .end),
    ("nummer", "nrs", .whole), ("nummer", "no", .whole), ("nummer", "num", .whole),
    ("id", "id", .whole), ("cliënt", "client", .beginning), ("patiënt", "patient", .beginning),
    ("klant", "klant", .beginning), ("lid", "lid", .whole), ("lid", "leden", .beginning),
    ("lid", "lidmaatschap", .beginning), ("lid", "member", .beginning),
    ("personeel", "personeel", .beginning), ("personeel", "employee", .beginning),
    ("medewerker", "medewerker", .beginning), ("debiteur", "debiteur", .beginning),
    ("relatie", "relatie", .beginning), ("leerling", "leerling", .beginning),
    ("student", "student", .beginning), ("dossier", "dossier", .beginning),
    ("polis", "polis", .beginning), ("kenmerk", "kenmerk", .whole), ("zaak", "zaak", .whole),
    ("klant", "customer", .beginning),
  ]

  private enum Place {
    case beginning, end, whole
  }

  /// The word of ours that a folded word is, or nil.
  fileprivate static func word(for folded: [UInt8]) -> String? {
    for (word, form, place) in words {
      let form = form.utf8
      switch place {
      case .beginning where folded.starts(with: form): return word
      case .end where folded.reversed().starts(with: form.reversed()): return word
      case .whole where folded.elementsEqual(form): return word
      default: continue
      }
    }
    return nil
  }
}

extension CharacterFolding {
  /// The last word in `text` that says that what follows is a number.
  ///
  /// Its distance is that to the end of the text.
  func numberLabel(before text: UnsafeBufferPointer<UInt8>) -> NumberLabel? {
    var label: (word: String, end: Int)?
    var word: [UInt8] = []
    var last = FoldedCharacter.Kind.gap
    var end = 0
    var position = 0
    while position <= text.count {
      let character =
        position < text.count
        ? character(at: position, of: text) : FoldedCharacter(.gap, length: 1)
      if character.kind != .nothing {
        if last.isBorder(before: character.kind), !word.isEmpty {
          if let known = NumberLabel.word(for: word) { label = (known, end) }
          word.removeAll(keepingCapacity: true)
        }
        if character.kind != .gap {
          for place in 0..<Int(character.count) {
            word.append(UInt8(truncatingIfNeeded: character.bytes >> UInt32(8 * place)))
          }
          end = position + Int(character.length)
        }
        last = character.kind
      }
      position += Int(character.length)
    }
    guard let label else { return nil }
    let between = UnsafeBufferPointer(rebasing: text[label.end...])
    return NumberLabel(
      word: label.word, distance: between.count { $0 & 0xC0 != 0x80 })
  }
}

extension TermTable {
  /// The word of ours in the label of a field that says that its values are numbers of a person.
  package func numberWord(in label: [UInt8]) -> String? {
    label.withUnsafeBufferPointer { folding.numberLabel(before: $0)?.word }
  }

  /// Whether the term is a number.
  package func isNumber(_ term: Int) -> Bool { folded[term].isNumber }
}
