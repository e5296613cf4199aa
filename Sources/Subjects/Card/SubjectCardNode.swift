internal import ScanModel
internal import YAML

/// Reads one card.
struct SubjectCardNode {
  let mapping: CardMapping
  private(set) var card = SubjectCard()

  init(_ node: YAMLNode, _ place: CardPlace) throws(ConfigurationError) {
    mapping = try CardMapping(node, keys: CardKey.ofCard, place)
    try readNames()
    try readValues()
    card.numbers = try numbers
    for item in try items(.addresses) { card.addresses.append(try address(item)) }
    guard card != SubjectCard() else {
      throw place.error(
        mapping.line,
        CardProblem(
          "de kaart noemt niets om naar te zoeken", "the card names nothing to search for"))
    }
    let known = card
    let reference = try mapping.value(.reference) { text throws(CardProblem) in
      try CardValue.harmless(text, on: known, byteLimit: 40)
    }
    let caseReference = try mapping.value(.caseReference) { text throws(CardProblem) in
      try CardValue.harmless(text, on: known, byteLimit: 80)
    }
    card.reference = reference ?? ""
    card.caseReference = caseReference ?? ""
  }

  // MARK: Names

  private mutating func readNames() throws(ConfigurationError) {
    let own = try name(mapping)
    if own != SubjectCard.Name() { card.names.append(try completed(own, mapping)) }
    for item in try items(.names) { card.names.append(try name(item)) }
    for item in try items(.formerNames) {
      var name = try name(item)
      name.isFormer = true
      card.names.append(name)
    }
  }

  private func name(_ node: YAMLNode) throws(ConfigurationError) -> SubjectCard.Name {
    let mapping = try CardMapping(node, keys: CardKey.ofName, mapping.place)
    var name = try name(mapping)
    let isFormer = try mapping.value(.former) { text throws(CardProblem) in
      switch text.lowercased() {
      case "true", "yes", "ja": return true
      case "false", "no", "nee": return false
      default: throw CardProblem("hier staat true of false", "true or false stands here")
      }
    }
    name.isFormer = isFormer ?? false
    return try completed(name, mapping)
  }

  private func name(_ mapping: CardMapping) throws(ConfigurationError) -> SubjectCard.Name {
    var name = SubjectCard.Name()
    // As one text they are several names, in a list each stands for itself.
    name.first =
      mapping.node(.first)?.sequence == nil
      ? try mapping.values(.first, CardValue.firstNames).flatMap { $0 }
      : try mapping.values(.first, CardValue.name)
    name.initials = try mapping.value(.initials, CardValue.initials) ?? ""
    name.prefix = try mapping.value(.prefix, CardValue.name) ?? ""
    name.surname = try mapping.value(.surname, CardValue.surname) ?? ""
    name.partner = try mapping.value(.partner, CardValue.surname) ?? ""
    if let nickname = try mapping.value(.nickname, CardValue.name) {
      if name.initials.isEmpty { name.initials = GivenNames.initials(name).joined() }
      name.first = [nickname] + name.first.filter { $0 != nickname }
    }
    return name
  }

  private func completed(
    _ name: SubjectCard.Name, _ mapping: CardMapping
  ) throws(ConfigurationError) -> SubjectCard.Name {
    do throws(CardProblem) {
      return try CardValue.completed(name)
    } catch {
      throw mapping.place.error(mapping.line, error)
    }
  }

  // MARK: Values

  private mutating func readValues() throws(ConfigurationError) {
    card.bsns = try mapping.values(.bsns, CardValue.bsn)
    card.birthDate = try mapping.value(.birthDate, CardValue.birthDate)
    card.emails = try mapping.values(.emails, CardValue.email)
    card.phones = try mapping.values(.phones, CardValue.phone)
    card.ibans = try mapping.values(.ibans, CardValue.iban)
    card.licencePlates = try mapping.values(.licencePlates, CardValue.licencePlate)
    card.terms = try mapping.values(.terms, CardValue.term)
  }

  /// The items of a list, or the only one.
  private func items(_ key: CardKey) throws(ConfigurationError) -> [YAMLNode] {
    guard let node = mapping.node(key) else { return [] }
    return node.sequence ?? [node]
  }
}
