package import ScanModel

/// What a search looks for to find all data on the people of some cards.
package struct SubjectSearch: Sendable {
  /// Each with a reference: `subject-2` for the second where the card gives none.
  package let cards: [SubjectCard]
  private let variantLists: [[SubjectVariant]]
  private let values: [ExactValues]

  /// The lookalike of birth dates in the catalog: `d.d. 3-3-1980`.
  private static let dateKind = "date"

  package init(_ cards: [SubjectCard]) {
    self.cards = cards.enumerated().map { index, card in
      guard card.reference.isEmpty else { return card }
      var named = card
      named.reference = "subject-\(index + 1)"
      return named
    }
    variantLists = self.cards.map(Self.variants)
    values = zip(self.cards, variantLists).map { ExactValues($0, variants: $1) }
  }

  /// All variants of all cards, for the one pass over each text.
  package var terms: [SearchTerm] {
    variantLists.enumerated().flatMap { card, variants in
      variants.map { variant in
        SearchTerm(
          kind: SubjectKind(card: card, attribute: variant.attribute).id, owner: card,
          text: variant.text, gaps: variant.gaps,
          neededLabel: variant.needsLabel
            ? SearchTerm.Label(kind: PersonKind.name.rawValue, neighbours: variant.prefixes) : nil,
          otherKind: variant.attribute == .birthDate ? Self.dateKind : nil)
      }
    }
  }

  /// The ways in which what a card says may be written, the strongest attribute first.
  package func variants(of card: Int) -> [SubjectVariant] { variantLists[card] }

  /// The values of a card in the normal forms of the pattern catalog, for the hashes of the store.
  ///
  /// Names are not among them: the store finds a name only where it was written the same way.
  package func exactValues(of card: Int) -> [(kind: String, normalized: String)] {
    values[card].list
  }

  /// Whether a finding of the pattern catalog holds a value of the card.
  package func isOwn(_ finding: Finding, card: Int) -> Bool { values[card].hold(finding) }

  private static func variants(of card: SubjectCard) -> [SubjectVariant] {
    var variants = card.bsns.flatMap(NumberVariants.bsn)
    variants += card.emails.flatMap(NumberVariants.email)
    variants += card.ibans.flatMap(NumberVariants.iban)
    variants += card.phones.flatMap(NumberVariants.phone)
    variants += card.numbers.flatMap { NumberVariants.number($0.number) }
    variants += card.licencePlates.flatMap(NumberVariants.licencePlate)
    variants += card.birthDate.map { DateVariants($0).list } ?? []
    variants += card.addresses.flatMap { AddressVariants($0).list }
    variants += card.names.flatMap { NameVariants($0).list }
    variants += card.terms.map { SubjectVariant(.term, $0) }
    return variants.distinct
  }
}
