/// The names of fields that HL7 messages do not write, since the place of a value tells them.
enum HL7Label: String, CaseIterable {
  case naam, geboortedatum, geslacht, adres, telefoon, email
  case bsn, agb, uzovi, uzi, big, ura, paspoortnummer, rijbewijsnummer
  case patientnummer, polisnummer, kenmerk

  /// Of a number that `authority` gave out, which may be a name or an object identifier; nil where
  /// that tells nothing.
  ///
  /// Source: the names and object identifiers of Nictiz for numbers in Dutch care; HL7 table 0203.
  static func ofAuthority(_ authority: Span<UInt8>) -> HL7Label? {
    labels.first { authority.isName($0.name, 0..<authority.count) }?.label
  }

  private static let labels: [(name: StaticString, label: HL7Label)] = [
    ("nlminbiza", .bsn), ("2.16.840.1.113883.2.4.6.3", .bsn), ("nnnld", .bsn), ("ss", .bsn),
    ("bsn", .bsn),
    ("vektis", .agb), ("2.16.840.1.113883.2.4.6.1", .agb), ("agb", .agb),
    ("uzovi", .uzovi), ("2.16.840.1.113883.2.4.6.4", .uzovi),
    ("uzi", .uzi), ("2.16.528.1.1007.3.1", .uzi),
    ("ura", .ura), ("2.16.528.1.1007.3.3", .ura),
    ("big", .big), ("2.16.528.1.1007.5.1", .big),
    ("ppn", .paspoortnummer), ("dl", .rijbewijsnummer),
    ("pi", .patientnummer), ("pt", .patientnummer), ("mr", .patientnummer),
  ]
}
