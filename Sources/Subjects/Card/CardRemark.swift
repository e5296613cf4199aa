internal import Validators

/// What the one who wrote a card should know before a search with it.
package enum CardRemark: String, Hashable, Sendable, CaseIterable {
  /// Nothing but names: all that is found may be somebody else's.
  case onlyNames = "only-names"
  /// Nothing that one person alone has.
  case noIdentifier = "no-identifier"
  /// A surname that is a word too, such as Bos.
  case surnameIsWord = "surname-is-word"
  /// A surname of two or three letters, which is sought beside other names and in fields of names only.
  case shortSurname = "short-surname"
  /// A dash in the surname where no partner's name is given: the two are sought as one.
  case dashInSurname = "dash-in-surname"
  /// A surname without first name or initials.
  case noFirstName = "no-first-name"
  /// A mailbox that several people share.
  case sharedMailbox = "shared-mailbox"
  /// A plate of another country, whose form is not checked.
  case foreignPlate = "foreign-plate"
  /// A number or term of four or five characters, which other things may bear too.
  case shortNumber = "short-number"
  /// Other users of this machine may read the file.
  case readableByOthers = "readable-by-others"

  /// What is to be said of a card, in the order of the cases.
  package static func remarks(on card: SubjectCard) -> [CardRemark] {
    allCases.filter { $0.holds(for: card) }
  }

  private func holds(for card: SubjectCard) -> Bool {
    let hasIdentifier =
      !(card.bsns.isEmpty && card.emails.isEmpty && card.ibans.isEmpty && card.phones.isEmpty
      && card.numbers.isEmpty)
    let hasOther = card.birthDate != nil || !card.addresses.isEmpty || !card.licencePlates.isEmpty
    let isOnlyNames = !hasIdentifier && !hasOther
    switch self {
    case .onlyNames: return isOnlyNames
    case .noIdentifier: return !hasIdentifier && hasOther
    case .surnameIsWord: return card.surnames.contains { CommonWords.contains($0) }
    case .shortSurname: return card.surnames.contains { SearchKey($0).text.count < 3 }
    case .dashInSurname:
      return card.names.contains { $0.partner.isEmpty && $0.surname.contains("-") }
    case .noFirstName:
      return card.names.contains { !$0.surname.isEmpty && $0.first.isEmpty && $0.initials.isEmpty }
    case .sharedMailbox:
      return card.emails.contains {
        Validator.email.validate($0.utf8.span).notes.contains(.functionalAddress)
      }
    case .foreignPlate:
      return card.licencePlates.contains { !Validator.licencePlate.validate($0.utf8.span).isValid }
    case .shortNumber:
      return (card.numbers.map(\.number) + card.terms).contains { SearchKey($0).text.count < 6 }
    case .readableByOthers: return false
    }
  }
}

extension SubjectCard {
  /// The surnames without their prefixes, own and partner's.
  fileprivate var surnames: [String] {
    names.flatMap { [$0.surname, FamilyName($0.partner).core] }.filter { !$0.isEmpty }
  }
}
