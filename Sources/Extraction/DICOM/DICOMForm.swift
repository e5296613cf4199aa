/// The letters that say how the value of an element is written (its value representation).
///
/// Source: DICOM PS3.5, section 6.2.
struct DICOMForm: Hashable {
  /// How a value is read.
  enum Reading {
    /// The name of a person, in components.
    case name
    /// Texts with a backslash between them.
    case texts
    /// One text, which may hold backslashes.
    case text
    /// A day, with the time of it or without.
    case date
    case integer
    case sequence
    /// Bytes of which nothing is known.
    case bytes
    /// Other numbers, times and the identifiers of objects: they tell nothing of a person.
    case none
  }

  private let letters: UInt16

  /// Nil where these are no letters.
  init?(_ first: UInt8, _ second: UInt8) {
    guard first &- UInt8(ascii: "A") < 26, second &- UInt8(ascii: "A") < 26 else { return nil }
    letters = UInt16(first) << 8 | UInt16(second)
  }

  /// Whether the length takes four bytes behind two that are not used.
  var hasLongLength: Bool { !Self.short.contains(letters) }

  var reading: Reading { Self.readings[letters] ?? .none }

  private static let short = numbers(
    "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US")

  private static let readings: [UInt16: Reading] = {
    let forms: [(String, Reading)] = [
      ("PN", .name), ("AE AS CS LO SH UC", .texts), ("LT ST UR UT", .text), ("DA DT", .date),
      ("IS", .integer), ("SQ", .sequence), ("OB UN", .bytes),
    ]
    var readings: [UInt16: Reading] = [:]
    for (names, reading) in forms {
      for number in numbers(names) { readings[number] = reading }
    }
    return readings
  }()

  private static func numbers(_ names: String) -> Set<UInt16> {
    Set(names.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt16($1) } })
  }
}
