internal import Glibc
internal import Reporting
internal import Subjects

/// Asks what is known of a person, question after question.
struct CardInterview {
  private let language: ReportLanguage
  private let output = OutputFile(descriptor: STDOUT_FILENO)
  private var asked = SubjectCard()

  init(_ language: ReportLanguage) {
    self.language = language
  }

  /// Asks everything; fails where the answers end before the questions do.
  mutating func card() throws -> SubjectCard {
    try say(
      "Enter slaat een vraag over. Wat u typt komt alleen in de kaart.",
      "Enter passes a question. What you type goes into the card alone.")
    try askNames()
    try askAll("BSN", "BSN", CardValue.bsn) { $0.bsns.append($1) }
    asked.birthDate = try ask(
      "Geboortedatum (dd-mm-jjjj)", "Birth date (dd-mm-yyyy)", CardValue.birthDate)
    while let address = try address() { asked.addresses.append(address) }
    try askAll("E-mailadres", "E-mail address", CardValue.email) { $0.emails.append($1) }
    try askAll("Telefoonnummer", "Phone number", CardValue.phone) { $0.phones.append($1) }
    try askAll("IBAN", "IBAN", CardValue.iban) { $0.ibans.append($1) }
    try askAll(
      "Nummer met zijn soort (klant: 20481)", "Number with its kind (client: 20481)",
      CardValue.labelledNumber
    ) { $0.numbers.append($1) }
    try askAll("Kenteken", "Licence plate", CardValue.licencePlate) { $0.licencePlates.append($1) }
    try askAll("Vrije zoekterm", "Free term", CardValue.term) { $0.terms.append($1) }
    let known = asked
    let harmless = { (text: String) throws(CardProblem) in
      try CardValue.harmless(text, on: known, byteLimit: 40)
    }
    asked.reference =
      try ask(
        "Aanduiding in verslagen, zonder naam of nummer van de persoon (zoals A)",
        "Reference in reports, without a name or number of the person (such as A)", harmless) ?? ""
    asked.caseReference = try ask("Zaakkenmerk", "Case reference", harmless) ?? ""
    return asked
  }

  private mutating func askNames() throws {
    var name = SubjectCard.Name()
    name.first = try ask("Voornamen", "First names", CardValue.firstNames) ?? []
    let initials = CardValue.initials(of: name)
    if let nickname = try ask(
      "Roepnaam, als die anders is", "Name in daily use, if another", CardValue.name)
    {
      name.initials = initials
      name.first = [nickname] + name.first.filter { $0 != nickname }
    }
    name.initials =
      try ask(
        "Voorletters\(initials.isEmpty ? "" : " (anders dan \(initials))")",
        "Initials\(initials.isEmpty ? "" : " (if not \(initials))")", CardValue.initials)
      ?? name.initials
    name.prefix = try ask("Tussenvoegsel", "Prefix of the surname", CardValue.name) ?? ""
    name.surname = try ask("Achternaam", "Surname", CardValue.surname) ?? ""
    name.partner =
      try ask("Achternaam van de partner", "Surname of the partner", CardValue.surname) ?? ""
    if let completed = try? CardValue.completed(name) { asked.names.append(completed) }
    try askAll("Eerdere achternaam", "Former surname", CardValue.surname) { card, surname in
      var former = SubjectCard.Name()
      former.first = name.first
      former.initials = name.initials
      former.surname = surname
      former.isFormer = true
      if let completed = try? CardValue.completed(former) { card.names.append(completed) }
    }
  }

  private func address() throws -> SubjectCard.Address? {
    var address = SubjectCard.Address()
    address.postcode = try ask("Adres: postcode", "Address: postcode", CardValue.postcode) ?? ""
    let text = { (text: String) throws(CardProblem) in try CardValue.bounded(text, 80) }
    address.street = try ask("Adres: straat", "Address: street", text) ?? ""
    if address.postcode.isEmpty, address.street.isEmpty { return nil }
    while address.houseNumber.isEmpty {
      address.houseNumber =
        try ask("Huisnummer, met toevoeging", "House number, with addition", CardValue.houseNumber)
        ?? ""
    }
    address.town = try ask("Plaats", "Town", text) ?? ""
    address.from = try ask("Vanaf (jjjj-mm)", "From (yyyy-mm)", text) ?? ""
    address.until = try ask("Tot (jjjj-mm)", "Until (yyyy-mm)", text) ?? ""
    return address
  }

  // MARK: Asking

  /// Asks the same until an empty answer.
  private mutating func askAll<Value>(
    _ dutch: String, _ english: String, _ check: (String) throws(CardProblem) -> Value,
    _ take: (inout SubjectCard, Value) -> Void
  ) throws {
    var dutch = dutch
    var english = english
    while let value = try ask(dutch, english, check) {
      take(&asked, value)
      if !dutch.hasPrefix("Nog een: ") {
        (dutch, english) = ("Nog een: \(dutch)", "Another: \(english)")
      }
    }
  }

  /// Asks until the answer is right; nil for an empty one.
  private func ask<Value>(
    _ dutch: String, _ english: String, _ check: (String) throws(CardProblem) -> Value
  ) throws -> Value? {
    while true {
      try write(language.choose(nl: dutch, en: english) + ": ")
      guard let line = readLine() else { throw ended }
      let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if text.isEmpty { return nil }
      guard !text.unicodeScalars.contains(where: \.isUnprintable) else {
        try say(
          "dat bevat tekens die niet te lezen zijn; typ het opnieuw",
          "that holds characters that cannot be read; type it again")
        continue
      }
      do throws(CardProblem) {
        return try check(text)
      } catch {
        try write("  \(error.text(in: language))\n")
      }
    }
  }

  private func say(_ dutch: String, _ english: String) throws {
    try write(language.choose(nl: dutch, en: english) + "\n")
  }

  private func write(_ text: String) throws {
    do throws(ReportError) {
      try output.write(text)
      try output.finish()
    } catch {
      if error == .brokenPipe { throw ExitStatus.signal(SIGPIPE) }
      throw CommandFailure(message: Message(error, language), status: .reportFailed)
    }
  }

  private var ended: CommandFailure {
    CommandFailure(
      message: language.choose(
        nl: "de antwoorden hielden op voor de laatste vraag; er is niets geschreven",
        en: "the answers ended before the last question; nothing was written"), status: .usage)
  }
}

extension Unicode.Scalar {
  /// A control character, or what stands for bytes that are no UTF-8.
  fileprivate var isUnprintable: Bool {
    properties.generalCategory == .control || self == "\u{FFFD}"
  }
}
