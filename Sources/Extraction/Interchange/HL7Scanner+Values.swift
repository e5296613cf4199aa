import ContentTypes
import ScanModel

extension HL7Scanner {
  /// Adds what a value holds as fields, and what has no place in them as fields without a name.
  mutating func add(
    _ value: inout HL7Value, of field: Span<UInt8>, as content: HL7Content?, row: Int
  ) {
    switch content {
    case .name: addName(&value, of: field, from: 0, row: row)
    case .person:
      addNumber(&value, of: field, authorities: 7..<13, row: row)
      addName(&value, of: field, from: 1, row: row)
    case .number: addNumber(&value, of: field, authorities: 3..<5, row: row)
    case .patientNumber:
      addNumber(&value, of: field, authorities: 3..<5, otherwise: .patientnummer, row: row)
    case .address: addAddress(&value, of: field, row: row)
    case .telephone: addTelephone(&value, of: field, row: row)
    case .birthDate: add(value.take(0, of: field).date, .geboortedatum, row: row)
    case .gender: add(value.take(0, of: field), .geslacht, row: row)
    case .bsn: add(value.take(0, of: field), .bsn, row: row)
    case .drivingLicence: add(value.take(0, of: field), .rijbewijsnummer, row: row)
    case .policyNumber: add(value.take(0, of: field), .polisnummer, row: row)
    case .reference: add(value.take(0, of: field), .kenmerk, row: row)
    case .observation: addObservation(&value, of: field, row: row)
    case .observationType, .observationName, nil: break
    }
    for index in value.rest {
      for part in value.takeParts(index, of: field) { add(part, nil, row: row) }
    }
  }

  private mutating func add(_ value: [UInt8], _ label: HL7Label?, row: Int) {
    add(value, label: self.label(label), row: row)
  }

  private mutating func add(_ value: [UInt8], label: Int32, row: Int) {
    let value = value.span
    text.addField(value, value.trimmingSpace(0..<value.count), label: label, row: row)
  }

  /// Adds a name as one says it: title, given name, further names, surname, suffix.
  private mutating func addName(
    _ value: inout HL7Value, of field: Span<UInt8>, from first: Int, row: Int
  ) {
    let parts = value.takeParts(first, of: field)
    // Behind the surname stand prefix and surname of one's own, then those of a partner.
    let own = parts.dropFirst().prefix(2).joined(by: " ")
    let partners = parts.dropFirst(3).prefix(2).joined(by: " ")
    var surname = parts.first ?? []
    // What stands first may lack its prefix.
    if own.suffix(surname.count).elementsEqual(surname) { surname = own }
    let given = [4, 1, 2].map { value.take(first + $0, of: field) }
    add((given + [surname, value.take(first + 3, of: field)]).joined(by: " "), .naam, row: row)
    for other in [own, partners] where !other.isEmpty {
      if surname.span.position(of: other, from: 0) == nil { add(other, .naam, row: row) }
    }
  }

  /// Adds a number, named after who gave it out, which stands in the components `authorities`.
  private mutating func addNumber(
    _ value: inout HL7Value, of field: Span<UInt8>, authorities: Range<Int>,
    otherwise label: HL7Label? = nil, row: Int
  ) {
    var label = label
    // The type of a number stands behind who gave it out, and says more.
    for index in authorities {
      let authority = field.extracting(value.range(index))
      for part in authority.parts(at: value.text.separators.subcomponent) where !part.isEmpty {
        label = HL7Label.ofAuthority(authority.extracting(part)) ?? label
      }
    }
    add(value.take(0, of: field), label, row: row)
  }

  /// Adds an address as one writes it: street and number, what else there is, postcode and town.
  private mutating func addAddress(_ value: inout HL7Value, of field: Span<UInt8>, row: Int) {
    var parts = value.takeParts(0, of: field)
    var street = parts.isEmpty ? [] : parts.removeFirst()
    if street.isEmpty { street = parts.joined(by: " ") }
    if let number = parts.last, parts.count > 1, !number.isEmpty,
      street.span.position(of: number, from: 0) == nil
    {
      street = [street, number].joined(by: " ")
    }
    let other = value.take(1, of: field)
    let town = [value.take(4, of: field), value.take(2, of: field)].joined(by: " ")
    let lines = [street, other, town, value.take(3, of: field), value.take(5, of: field)]
    add(lines.joined(by: ", "), .adres, row: row)
  }

  /// Adds a telephone number, as a whole or in its parts, and an e-mail address.
  private mutating func addTelephone(_ value: inout HL7Value, of field: Span<UInt8>, row: Int) {
    add(value.take(0, of: field), .telefoon, row: row)
    add(value.take(3, of: field), .email, row: row)
    let country = value.take(4, of: field)
    let plus: [UInt8] = country.isEmpty || country.first == 0x2B ? [] : [0x2B]
    let rest = [value.take(5, of: field), value.take(6, of: field)].joined(by: " ")
    if !rest.isEmpty { add([plus + country, rest].joined(by: " "), .telefoon, row: row) }
    add(value.take(11, of: field), .telefoon, row: row)
  }

  /// Adds the value of an observation, named by what was observed.
  private mutating func addObservation(
    _ value: inout HL7Value, of field: Span<UInt8>, row: Int
  ) {
    if let content = HL7Content.ofType(observation.type) {
      return add(&value, of: field, as: content, row: row)
    }
    let name = observation.name
    let label = text.label(TreeNames.none, text.names.number(of: name.span, name.indices))
    guard observation.type == "ED" else {
      return add(value.take(0, of: field), label: label, row: row)
    }
    let encoding = field.extracting(value.range(3))
    guard encoding.isName("base64", 0..<encoding.count) else { return }
    var decoded: [UInt8] = []
    Base64Decoding.decode(field.extracting(value.range(4)), into: &decoded)
    _ = value.takeParts(4, of: field)
    guard case .text(.running, let encoding) = ContentType.detect(head: decoded.span, isWhole: true)
    else {
      return attach(decoded, name: fileName(of: value, in: field))
    }
    add(Charset.decode(decoded.span, as: encoding), label: label, row: row)
  }
}

extension HL7Scanner {
  /// What a document in an observation is called: by what was observed, and by its type.
  private func fileName(of value: HL7Value, in field: Span<UInt8>) -> String {
    let type = field.extracting(value.range(2))
    let ending = String(decoding: type.indices.map { type[$0] | 0x20 }, as: UTF8.self)
    let name = String(decoding: observation.name, as: UTF8.self)
    return "\(name.isEmpty ? "OBX" : name).\(ending)"
  }
}

extension [UInt8] {
  /// A point in time without its time of day: eight digits at most.
  fileprivate var date: [UInt8] {
    let date = prefix(8)
    return date.allSatisfy { $0 &- 0x30 < 10 } ? Array(date) : self
  }
}
