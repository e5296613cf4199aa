/// Under which regime of the law a kind of data falls.
package enum LegalClass: String, Hashable, Sendable, CaseIterable {
  /// Personal data without a regime of its own (art. 4 AVG).
  case ordinary
  /// A number that the law gives a person: art. 87 AVG, art. 46 UAVG.
  case nationalID = "national-id"
  /// Special categories: art. 9 AVG, art. 22–30 UAVG.
  case special
  /// Criminal convictions and offences: art. 10 AVG, art. 31–33 UAVG.
  case criminal
  /// Data of an organisation; personal only where it is one person.
  case organisation
}

/// What reports need to know of a kind.
package struct KindDescription: Hashable, Sendable {
  /// Short and stable: `bsn`, `iban`, `postcode`.
  package let id: String
  package let dutchName: String
  package let englishName: String
  package let legalClass: LegalClass

  package init(id: String, dutchName: String, englishName: String, legalClass: LegalClass) {
    self.id = id
    self.dutchName = dutchName
    self.englishName = englishName
    self.legalClass = legalClass
  }
}
