/// A text that is sought as it is, beside the kinds of the catalog: a name or number of a person.
///
/// Case, accents and the marks between letters and digits make no difference: `J.P. de Vries` is found
/// in `j p devries` and `VRIES_J-P` is not. It begins and ends where a run of letters or a run of digits
/// does.
package struct SearchTerm: Hashable, Sendable {
  /// What may stand between its letters and digits.
  package enum Gaps: UInt8, Hashable, Sendable {
    /// Anything short, anywhere: names, addresses of mail, numbers in groups.
    case anywhere
    /// Anything short, where the text of the term has a gap itself and nowhere else: dates, house
    /// numbers, short numbers.
    case whereWritten
    /// As `whereWritten`; its numbers may also stand in neighbouring fields: a day, a month and a year.
    case acrossFields
  }

  /// What stands around a term that counts only there.
  package struct Label: Hashable, Sendable {
    /// The id of a kind of the catalog that a header, a key or a label directly before it names.
    package let kind: String
    /// Small letters of ASCII, such as `vant`: beside one of these, in another column, it counts too.
    package let neighbours: [String]

    package init(kind: String, neighbours: [String] = []) {
      self.kind = kind
      self.neighbours = neighbours
    }
  }

  /// The kind of its findings: a word that the one who seeks it knows.
  package let kind: String
  /// Whom it is about; of terms of one owner the longest gets the place.
  package let owner: Int
  /// As a person would write it, in UTF-8; at most `longestByteCount` bytes.
  package let text: String
  package let gaps: Gaps
  /// What must name it; nil where it counts everywhere.
  package let neededLabel: Label?
  /// The id of a kind of the catalog, a label of which directly before it says that it is that and not
  /// what is sought; nil where nothing speaks against it.
  package let otherKind: String?

  package static let longestByteCount = 200

  package init(
    kind: String, owner: Int, text: String, gaps: Gaps = .anywhere, neededLabel: Label? = nil,
    otherKind: String? = nil
  ) {
    self.kind = kind
    self.owner = owner
    self.text = text
    self.gaps = gaps
    self.neededLabel = neededLabel
    self.otherKind = otherKind
  }
}
