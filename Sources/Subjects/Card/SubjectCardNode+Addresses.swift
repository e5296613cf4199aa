internal import ScanModel
internal import YAML

extension SubjectCardNode {
  /// Reads an address, which has a house number and a street or postcode.
  func address(_ node: YAMLNode) throws(ConfigurationError) -> SubjectCard.Address {
    let mapping = try CardMapping(node, keys: CardKey.ofAddress, mapping.place)
    var address = SubjectCard.Address()
    address.street = try mapping.value(.street, Self.line) ?? ""
    address.houseNumber = try mapping.value(.houseNumber, CardValue.houseNumber) ?? ""
    if let addition = try mapping.value(.addition, Self.addition), !address.houseNumber.isEmpty {
      address.houseNumber += " \(addition)"
    }
    address.postcode = try mapping.value(.postcode, CardValue.postcode) ?? ""
    address.town = try mapping.value(.town, Self.line) ?? ""
    address.from = try mapping.value(.from, Self.line) ?? ""
    address.until = try mapping.value(.until, Self.line) ?? ""
    guard !address.houseNumber.isEmpty, !(address.street.isEmpty && address.postcode.isEmpty) else {
      throw mapping.place.error(
        mapping.line,
        CardProblem(
          "een adres heeft een huisnummer en een straat of postcode; een plaats alleen zegt niets",
          "an address has a house number and a street or postcode; a town alone says nothing"))
    }
    return address
  }

  private static func line(_ text: String) throws(CardProblem) -> String {
    try CardValue.bounded(text, 80)
  }

  private static func addition(_ text: String) throws(CardProblem) -> String {
    try CardValue.bounded(text, 10)
  }
}
