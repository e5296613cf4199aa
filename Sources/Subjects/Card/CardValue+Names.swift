extension CardValue {
  /// A name: letters with what stands in names, no digits.
  package static func name(_ text: String) throws(CardProblem) -> String {
    guard !text.contains(where: \.isNumber), text.contains(where: \.isLetter) else {
      throw CardProblem(
        "een naam bestaat uit letters; nummers horen bij 'numbers'",
        "a name is made of letters; numbers belong to 'numbers'")
    }
    return try bounded(text, 60)
  }

  /// A surname; a single letter would be found everywhere.
  package static func surname(_ text: String) throws(CardProblem) -> String {
    guard SearchKey(text).text.count >= 2 else {
      throw CardProblem(
        "te kort: een achternaam heeft minstens 2 letters",
        "too short: a surname has at least 2 letters")
    }
    return try name(text)
  }

  /// First names as one text: `Jan Pieter` are two.
  package static func firstNames(_ text: String) throws(CardProblem) -> [String] {
    try name(text).split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// `JP` of `J.P.`, `j p` or `JP`; `ThA` of `Th.A.`.
  package static func initials(_ text: String) throws(CardProblem) -> String {
    let groups = try name(text).split { !$0.isLetter }
    let isAllSmall = !text.contains(where: \.isUppercase)
    let initials =
      if groups.count == 1, isAllSmall, !text.contains(".") {
        text.uppercased()
      } else {
        groups.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      }
    guard initials.count <= 16, groups.allSatisfy({ $0.count <= 10 }) else {
      throw CardProblem("geen voorletters: J.P.", "no initials: J.P.")
    }
    return initials
  }

  /// `JP` for Jan Pieter, as a card keeps initials.
  package static func initials(of name: SubjectCard.Name) -> String {
    GivenNames.initials(name).joined()
  }

  /// Fills what a name leaves open: the prefix that stands in the surname.
  package static func completed(_ name: SubjectCard.Name) throws(CardProblem) -> SubjectCard.Name {
    var name = name
    if name.prefix.isEmpty {
      let family = FamilyName(name.surname)
      name.prefix = family.prefix
      name.surname = family.core
    }
    guard !name.surname.isEmpty || !name.partner.isEmpty || !name.first.isEmpty else {
      throw CardProblem(
        "een naam heeft minstens een achternaam of een voornaam",
        "a name has at least a surname or a first name")
    }
    return name
  }

  /// The name of a card in reports, or of its case; throws where it tells who the person is.
  package static func harmless(
    _ text: String, on card: SubjectCard, byteLimit: Int
  ) throws(CardProblem) -> String {
    let allowed: (Character) -> Bool = { $0.isLetter || $0.isNumber || " -_./#".contains($0) }
    guard text.allSatisfy(allowed) else {
      throw CardProblem(
        "alleen letters, cijfers, spaties en - _ . / # staan hier",
        "only letters, digits, spaces and - _ . / # stand here")
    }
    let key = SearchKey(text)
    let words = Set(SearchKey(words: text).text.split(separator: " ").map(String.init))
    if card.tellingTexts.contains(where: {
      key.contains($0, from: 4) || (!$0.text.isEmpty && words.contains($0.text))
    }) {
      throw CardProblem(
        "dit staat in verslagen en in het logboek en mag niet vertellen wie het is; "
          + "er staat een naam of nummer van de persoon in",
        "this stands in reports and in the audit log and must not tell who it is; "
          + "it holds a name or number of the person")
    }
    return try bounded(text, byteLimit)
  }
}

extension SubjectCard {
  /// What tells who the person is.
  fileprivate var tellingTexts: [SearchKey] {
    var texts: [String] = []
    for name in names {
      texts += name.first + [name.surname, FamilyName(name.partner).core]
      for surname in [name.surname, name.partner] {
        let parts = surname.split { $0 == "-" || $0 == " " }
        texts += parts.filter { $0.count >= 4 }.map(String.init)
      }
    }
    texts += bsns + phones + ibans + licencePlates + terms
    texts += numbers.map(\.number)
    for email in emails { texts += [email, String(email.prefix { $0 != "@" })] }
    if let birthDate { texts.append(birthDate.iso) }
    return texts.map { SearchKey($0) }
  }
}
