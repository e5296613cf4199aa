/// What a mention says of the person; the raw value is the stable code of reports.
package enum SubjectAttribute: String, Hashable, Sendable, CaseIterable {
  /// First name, initials or a title with the surname, in any order.
  case fullName = "full-name"
  /// The surname alone.
  case surname
  case bsn
  case birthDate = "birth-date"
  /// Street with house number, or postcode with house number.
  case address
  case email
  case phone
  case iban
  /// Client, member, patient, employee number.
  case number
  case licencePlate = "licence-plate"
  /// A free term of the card.
  case term
}

/// The kind of the findings of a term: whose it is and what it says.
package struct SubjectKind: Hashable, Sendable {
  /// The place of the card among those that are searched for, from 0.
  package let card: Int
  package let attribute: SubjectAttribute

  package init(card: Int, attribute: SubjectAttribute) {
    self.card = card
    self.attribute = attribute
  }

  private static let beginning = "subject/"

  /// `subject/3/full-name`.
  package var id: String { "\(Self.beginning)\(card)/\(attribute.rawValue)" }

  /// nil for the kind of any other finding.
  package init?(id: String) {
    guard id.hasPrefix(Self.beginning) else { return nil }
    let words = id.dropFirst(Self.beginning.count).split(separator: "/")
    guard words.count == 2, let card = Int(words[0]),
      let attribute = SubjectAttribute(rawValue: String(words[1]))
    else { return nil }
    self.card = card
    self.attribute = attribute
  }
}
