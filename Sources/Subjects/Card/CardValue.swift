internal import Validators

/// Checks what a person writes on a card and gives it the form in which a card keeps it.
package enum CardValue {
  /// 9 digits.
  package static func bsn(_ text: String) throws(CardProblem) -> String {
    switch Validator.bsn.validate(text.utf8.span) {
    case .valid: return Validator.bsn.normal(text)
    case .invalid(.checkDigit):
      throw CardProblem(
        "geen BSN: de elfproef klopt niet; kijk of er een cijfer verkeerd staat",
        "no BSN: it fails the elfproef; look whether a digit is wrong")
    case .invalid:
      throw CardProblem("geen BSN: dat heeft 9 cijfers", "no BSN: that has 9 digits")
    }
  }

  /// Without spaces, in capitals.
  package static func iban(_ text: String) throws(CardProblem) -> String {
    switch Validator.iban.validate(text.utf8.span) {
    case .valid: return Validator.iban.normal(text)
    case .invalid(.checkDigit):
      throw CardProblem(
        "geen IBAN: de controlecijfers kloppen niet (mod 97)",
        "no IBAN: its check digits are wrong (mod 97)")
    case .invalid:
      throw CardProblem(
        "geen IBAN: land, lengte of vorm klopt niet",
        "no IBAN: country, length or form is wrong")
    }
  }

  /// A whole day with a year of four digits, the day before the month.
  package static func birthDate(
    _ text: String
  ) throws(CardProblem) -> SubjectCard.CalendarDay {
    guard Validator.dateOfBirth.validate(text.utf8.span).isValid else {
      throw CardProblem(
        "geen datum op de kalender; schrijf jjjj-mm-dd of dd-mm-jjjj",
        "no date on the calendar; write yyyy-mm-dd or dd-mm-yyyy")
    }
    let parts = Validator.dateOfBirth.normal(text).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, parts[1] > 0, parts[2] > 0 else {
      throw CardProblem(
        "alleen een hele datum kan worden gezocht; laat hem weg als dag of maand onbekend is",
        "only a whole date can be searched for; leave it out where day or month is unknown")
    }
    guard text.contains(String(parts[0])) else {
      throw CardProblem("schrijf het jaar met vier cijfers", "write the year in four digits")
    }
    return SubjectCard.CalendarDay(year: parts[0], month: parts[1], day: parts[2])
  }

  package static func email(_ text: String) throws(CardProblem) -> String {
    guard Validator.email.validate(text.utf8.span).isValid else {
      throw CardProblem("geen e-mailadres", "no e-mail address")
    }
    return text
  }

  /// As written: a Dutch number, or one that begins with + or 00 and its country.
  package static func phone(_ text: String) throws(CardProblem) -> String {
    if Validator.phone.validate(text.utf8.span).isValid { return text }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let isWritten = text.allSatisfy { $0.isASCII && ($0.isNumber || "+()-./ ".contains($0)) }
    let isAbroad =
      (text.hasPrefix("+") || text.hasPrefix("00")) && (9...17).contains(digits.count)
      && !digits.drop { $0 == "0" }.hasPrefix("31")
    guard isWritten, isAbroad else {
      throw CardProblem(
        "geen Nederlands telefoonnummer; schrijf een nummer van elders met + en landnummer",
        "no Dutch phone number; write one from abroad with + and its country")
    }
    return text
  }

  /// Letters and digits in capitals, six of them where the plate is Dutch.
  package static func licencePlate(_ text: String) throws(CardProblem) -> String {
    if Validator.licencePlate.validate(text.utf8.span).isValid {
      return Validator.licencePlate.normal(text)
    }
    let plain = SearchKey(text).text
    guard (4...10).contains(plain.utf8.count), plain.contains(where: \.isNumber) else {
      throw CardProblem("geen kenteken", "no licence plate")
    }
    return text.uppercased()
  }

  /// `1234 AB`.
  package static func postcode(_ text: String) throws(CardProblem) -> String {
    guard Validator.postcode.validate(text.utf8.span).isValid else {
      throw CardProblem(
        "geen Nederlandse postcode; laat hem weg bij een adres in een ander land",
        "no Dutch postcode; leave it out for an address abroad")
    }
    return Validator.postcode.normal(text)
  }

  package static func houseNumber(_ text: String) throws(CardProblem) -> String {
    guard let first = text.first, first.isASCII, first.isNumber, text.utf8.count <= 15 else {
      throw CardProblem(
        "een huisnummer begint met een cijfer; een toevoeging staat erachter: 12 A",
        "a house number begins with a digit; an addition stands behind it: 12 A")
    }
    return text
  }

  /// A number that an organisation gives: four letters and digits at least, a digit among them.
  package static func number(_ text: String) throws(CardProblem) -> String {
    let plain = SearchKey(text).text
    guard plain.count >= 4 else {
      throw CardProblem(
        "te kort: dit zou overal worden gevonden; een nummer heeft hier minstens 4 tekens",
        "too short: this would be found everywhere; a number has at least 4 characters here")
    }
    guard plain.contains(where: \.isNumber), text.utf8.count <= 60 else {
      throw CardProblem("geen nummer: er staat geen cijfer in", "no number: it holds no digit")
    }
    return text
  }

  /// A number behind its kind and a colon, or alone: `client: 20481`.
  package static func labelledNumber(_ text: String) throws(CardProblem) -> SubjectCard.Number {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2 else { return SubjectCard.Number(number: try number(text)) }
    return SubjectCard.Number(label: try bounded(parts[0], 40), number: try number(parts[1]))
  }

  /// A free text: four letters and digits at least.
  package static func term(_ text: String) throws(CardProblem) -> String {
    guard SearchKey(text).text.count >= 4 else {
      throw CardProblem(
        "te kort: dit zou overal worden gevonden; schrijf minstens 4 letters of cijfers",
        "too short: this would be found everywhere; write at least 4 letters or digits")
    }
    return try bounded(text, 150)
  }

  /// A text of at most so many bytes.
  package static func bounded(_ text: String, _ byteCount: Int) throws(CardProblem) -> String {
    guard text.utf8.count <= byteCount else {
      throw CardProblem(
        "te lang: hier passen \(byteCount) tekens", "too long: this takes \(byteCount) characters")
    }
    return text
  }
}

extension Validator {
  /// The normal form as text.
  func normal(_ text: String) -> String {
    String(decoding: normalized(text.utf8.span), as: UTF8.self)
  }
}
