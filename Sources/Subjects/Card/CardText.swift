/// Writes a card as YAML, every value in single quotes.
package struct CardText {
  private var lines: [String] = []

  /// The text of the file, which reads back as the same card.
  package static func text(of card: SubjectCard) -> String {
    var text = CardText()
    text.write(card)
    return text.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ card: SubjectCard) {
    lines.append(
      "# Subject card: holds personal data; keep it readable for its owner alone (0600).")
    write(.reference, card.reference)
    write(.caseReference, card.caseReference)
    list(.names, card.names.map(Self.members))
    list(.bsns, card.bsns)
    write(.birthDate, card.birthDate?.iso ?? "")
    list(
      .addresses,
      card.addresses.map { address in
        [
          (.street, Self.quoted(address.street)), (.houseNumber, Self.quoted(address.houseNumber)),
          (.postcode, Self.quoted(address.postcode)), (.town, Self.quoted(address.town)),
          (.from, Self.quoted(address.from)), (.until, Self.quoted(address.until)),
        ]
      })
    list(.emails, card.emails)
    list(.phones, card.phones)
    list(.ibans, card.ibans)
    list(
      .numbers,
      card.numbers.map { number in
        [(.label, Self.quoted(number.label)), (.number, Self.quoted(number.number))]
      })
    list(.licencePlates, card.licencePlates)
    list(.terms, card.terms)
  }

  private static func members(of name: SubjectCard.Name) -> [(CardKey, String)] {
    let first = name.first.map(quoted).joined(separator: ", ")
    let initials = GivenNames.initials(name).map { "\($0)." }.joined()
    return [
      (.first, first.isEmpty ? "''" : "[\(first)]"),
      (.initials, quoted(name.initials.isEmpty ? "" : initials)),
      (.prefix, quoted(name.prefix)), (.surname, quoted(name.surname)),
      (.partner, quoted(name.partner)), (.former, name.isFormer ? "true" : "''"),
    ]
  }

  private mutating func write(_ key: CardKey, _ value: String) {
    if !value.isEmpty { lines.append("\(key.name): \(Self.quoted(value))") }
  }

  private mutating func list(_ key: CardKey, _ values: [String]) {
    guard !values.isEmpty else { return }
    lines.append("\(key.name):")
    lines += values.map { "  - \(Self.quoted($0))" }
  }

  private mutating func list(_ key: CardKey, _ items: [[(CardKey, String)]]) {
    guard !items.isEmpty else { return }
    lines.append("\(key.name):")
    for item in items {
      for (index, member) in item.filter({ $0.1 != "''" }).enumerated() {
        lines.append("\(index == 0 ? "  - " : "    ")\(member.0.name): \(member.1)")
      }
    }
  }

  /// In single quotes, on one line.
  private static func quoted(_ value: String) -> String {
    let parts = value.trimmed.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(parts.joined(separator: "''"))'"
  }
}
