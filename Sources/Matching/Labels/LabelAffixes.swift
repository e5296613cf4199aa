/// Words that may stand before or behind a label as part of it.
package enum LabelAffixes {
  /// Words that may stand glued before a label: `clientbsn`, `partnerbsn`.
  package static let roles: [[UInt8]] = [
    "client", "patient", "klant", "medewerker", "werknemer", "persoon", "kind", "partner", "ouder",
    "moeder", "vader", "aanvrager", "bewoner", "inwoner", "cursist", "leerling", "student",
    "deelnemer", "kandidaat", "sollicitant", "verzekerde", "contact", "prive", "zakelijk", "werk",
    "huis", "user", "employee", "customer", "person", "my", "new", "old", "oud", "nieuw",
  ].map { Array($0.utf8) }

  /// By first letter, the roles that begin with it.
  private static let rolesByLetter: [[[UInt8]]] = (0..<32).map { letter in
    roles.filter { $0[0] & 31 == letter }
  }

  /// The roles that begin with a small letter.
  package static func roles(beginningWith letter: UInt8) -> [[UInt8]] {
    rolesByLetter[Int(letter & 31)]
  }

  /// Words that may follow a label, glued or apart, the longer first.
  package static let suffixes: [[UInt8]] = [
    "nummers", "nummer", "number", "nrs", "num", "nr", "no", "code", "codes", "id",
  ].map { Array($0.utf8) }

  /// In bytes.
  package static let longestSuffix = 7

  /// Whether a suffix may begin with the byte; most words do not.
  @inline(__always)
  package static func maySuffixBegin(with byte: UInt8) -> Bool {
    byte == UInt8(ascii: "n") || byte == UInt8(ascii: "c") || byte == UInt8(ascii: "i")
  }

  /// Whether a suffix may end with the byte.
  @inline(__always)
  package static func maySuffixEnd(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "m"), UInt8(ascii: "o"),
      UInt8(ascii: "e"), UInt8(ascii: "d"):
      true
    default: false
    }
  }

  /// Whether `word` is a suffix.
  package static func isSuffix(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 2, word.count <= 7, maySuffixBegin(with: word[0]) else { return false }
    return suffixes.contains { isEqual(word, $0) }
  }

  @inline(__always)
  private static func isEqual(_ word: UnsafeBufferPointer<UInt8>, _ other: [UInt8]) -> Bool {
    guard word.count == other.count, word[0] == other[0] else { return false }
    for index in 1..<word.count where word[index] != other[index] { return false }
    return true
  }
}
