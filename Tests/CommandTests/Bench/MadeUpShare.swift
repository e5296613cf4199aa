/// A small share with made-up people, and what must never be read in a masked report.
package enum MadeUpShare {
  package static let folder = "share"

  /// Values that stand in its files.
  package static let values = [
    "999999990", "111222333", "NL91ABNA0417164300", "jan.canarie@voorbeeld.nl",
  ]

  /// Kinds that a scan finds in it.
  package static let kinds: Set<String> = ["bsn", "iban", "email"]

  package static func write(in bench: CommandBench) throws {
    try bench.write(
      """
      Geachte heer Canarie,
      Uw BSN: 999999990 staat bij rekening NL91ABNA0417164300.
      Mail naar jan.canarie@voorbeeld.nl.

      """, to: "\(folder)/brief.txt")
    try bench.write(
      """
      klant;bsn;plaats
      1;111222333;Lindewaard
      2;999999990;Lindewaard
      3;;Lindewaard

      """, to: "\(folder)/map/klanten.csv")
    try bench.write(
      #"{"persoon": {"bsn": "111222333", "email": "jan.canarie@voorbeeld.nl"}}"#,
      to: "\(folder)/map/persoon.json")
    try bench.write("Vergadering om tien uur.\n", to: "\(folder)/notulen.txt")
  }
}
