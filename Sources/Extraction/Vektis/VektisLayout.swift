/// The columns of a record in a declaration of care.
///
/// Source: Vektis EI standard AP304, version 7.2: record 02 in full; in all EI standards, detail
/// records repeat the BSN in columns 15 to 23, and record 98 holds free text from column 19 on.
enum VektisLayout {
  /// The names of columns, as fields bear them.
  enum Label: String, CaseIterable {
    case bsn, uzovi, verzekerdennummer, patientnummer, geboortedatum, geslacht, naam, voorvoegsel
    case voorletters, postcode, huisnummer
  }

  /// A part of a record, in characters from 0; the last part of a record has no end.
  struct Column {
    let characters: Range<Int>
    /// The place of its name in `Label.allCases`; nil for what has no name of its own.
    let label: Int?

    /// Columns `first` to `last` as the standard counts them, from 1.
    init(_ first: Int, _ last: Int = 1_000_000, _ label: Label? = nil) {
      characters = (first - 1)..<last
      self.label = Label.allCases.firstIndex { $0 == label }
    }
  }

  /// The columns of `record`, from its first character to its last.
  static func columns(of record: Span<UInt8>) -> [Column] {
    guard record.count >= 2, record[0].isDigit, record[1].isDigit else { return whole }
    switch (record[0], record[1]) {
    case (0x30, 0x31), (0x39, 0x39): return whole
    case (0x39, 0x38): return comment
    case (0x30, 0x32): return hasNumber(record, orSpace: true) ? insured : whole
    default: return hasNumber(record, orSpace: false) ? detail : whole
    }
  }

  /// Whether columns 15 to 23 hold nine digits; before them there are only ASCII characters.
  private static func hasNumber(_ record: Span<UInt8>, orSpace: Bool) -> Bool {
    guard record.count >= 23 else { return false }
    for position in 14..<23 where !record[position].isDigit {
      guard orSpace, record[position] == UInt8(ascii: " ") else { return false }
    }
    return true
  }

  private static let whole = [Column(1)]

  private static let comment = [Column(1, 18), Column(19)]

  private static let detail = [Column(1, 14), Column(15, 23, .bsn), Column(24)]

  private static let insured = [
    Column(1, 14),
    Column(15, 23, .bsn),
    Column(24, 27, .uzovi),
    Column(28, 42, .verzekerdennummer),
    Column(43, 53, .patientnummer),
    Column(54, 61, .geboortedatum),
    Column(62, 62, .geslacht),
    Column(63, 63),
    Column(64, 88, .naam),
    Column(89, 98, .voorvoegsel),
    Column(99, 134),
    Column(135, 140, .voorletters),
    Column(141, 141),
    Column(142, 147, .postcode),
    Column(148, 156),
    Column(157, 161, .huisnummer),
    Column(162),
  ]
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
