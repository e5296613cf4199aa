/// Words that may stand before or behind a label as part of it.
package enum LabelAffixes {
  /// Words that may stand glued before a label: `clientbsn`, `partnerbsn`.
  package static let roles: [[UInt8]] = [
    "client", "patient", "klant", "medewerker", "werknemer", "persoon", "kind", "partner", "ouder",
    "moeder", "vader", "aanvrager", "bewoner", "inwoner", "cursist", "leerling", "student",
    "deelnemer", "kandidaat", "sollicitant", "verzekerde", "contact", "prive", "zakelijk", "werk",
    "huis", "user", "employee", "customer", "person", "my", "new", "old", "oud", "nieuw",
  ].map { Array($0.utf8) }

  /// Words that may follow a label, glued or apart, the longer first.
  package static let suffixes: [[UInt8]] = [
    "nummers", "nummer", "number", "nrs", "num", "nr", "no", "code", "codes", "id",
  ].map { Array($0.utf8) }

  /// In bytes.
  package static let longestSuffix = 7

  /// Whether `word` is a suffix.
  package static func isSuffix(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count >= 2 && word.count <= 7 && suffixes.contains { word.elementsEqual($0) }
  }

  /// Whether `word` is a role.
  package static func isRole(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (2...12).contains(word.count) && roles.contains { word.elementsEqual($0) }
  }
}
