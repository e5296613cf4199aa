import Extraction
import Testing

/// The files are of R.
@Suite struct RDataReaderTests {
  private static let table = [
    "nr (Nummer)=1", "naam=Jansen, Jan", "geb (Geboortedatum)=1960-01-02", "gezien=2023-03-03",
    "bedrag=1234.5", "leeg=5", "gesl=Man", "code=Ja", "aantal=3",
    "nr (Nummer)=2", "naam=de Vries, J.P.", "geb (Geboortedatum)=1991-02-03",
    "gezien=2023-03-04", "bedrag=-7.25", "gesl=Vrouw", "code=Nee",
  ]

  @Test(arguments: ["table.rds", "table2.rds"])
  func `values have the names and labels of their columns`(name: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("r/\(name)"))
    #expect(recording.outcome == "rds complete")
    #expect(recording.faults == [])
    #expect(Array(recording.fields().prefix(Self.table.count)) == Self.table)
  }

  @Test func `levels that no value has any more are told`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("r/table.rds"))
    #expect(recording.fields(at: "properties") == ["gesl=Opgenomen door P. Bakker"])
  }

  @Test func `what is compressed is read as a member`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("r/packed.rds"))
    #expect(recording.outcome == "gzip complete")
    #expect(Array(recording.allFields.prefix(Self.table.count)) == Self.table)
  }

  @Test func `variables have their names, whatever they hold`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("r/variables.RData"))
    #expect(recording.outcome == "gzip complete")
    #expect(recording.faults == [])
    for field in Self.table + [
      "comment=Gemaakt door A. Smit", "mail=Mail jan@voorbeeld.nl", "naam=Piet de Boer",
      "bsn=999990019", "Jansen", "Bakker", "scores=7.5", "geheim=IBAN NL91ABNA0417164300",
    ] {
      #expect(recording.allFields.contains(field), "\(field)")
    }
    #expect(
      recording.texts.contains { $0.text.contains("Geachte mevrouw Smit, uw BSN is 999990019.") })
  }

  @Test func `a file that breaks off is read for its runs of text`() {
    let bytes = ForeignFile.bytes("r/table.rds")
    let recording = DocumentRecording(of: Array(bytes.dropLast(100)))
    #expect(recording.outcome == "rds malformed")
    #expect(recording.texts.contains { $0.text.contains("Jansen, Jan") })
  }

  @Test func `no cut of a file ends the reader`() {
    let bytes = ForeignFile.bytes("r/table.rds")
    for count in 0..<bytes.count {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }

  // MARK: Written here

  /// Numbers of 64 bits lie in the places of others: those of `bit64`.
  @Test func `whole numbers of eight bytes are shown as they are`() {
    let number = (0..<8).map { UInt8(truncatingIfNeeded: 999_990_019 >> (56 - 8 * $0)) }
    let file =
      head + long(0x30E) + long(1) + number + long(0x402) + symbol("class") + long(0x10)
      + long(1) + text("integer64") + long(254)
    #expect(DocumentRecording(of: file).fields() == ["999990019"])
    #expect(DocumentRecording(of: file).outcome == "rds complete")
  }

  /// The name of a symbol should be one text.
  @Test func `a symbol without a name is none`() {
    let file =
      head + long(0x402) + long(1) + long(0x10) + long(0) + long(0x10) + long(1)
      + text("Jansen") + long(254)
    #expect(DocumentRecording(of: file).fields() == ["Jansen"])
  }

  /// Lists in lists, deeper than anybody makes them.
  @Test func `a list without end is given up`() {
    let nested = [UInt8]((0..<100_000).flatMap { _ in long(0x13) + long(1) })
    #expect(DocumentRecording(of: head + nested).outcome == "rds malformed")
  }

  private var head: [UInt8] { Array("X\n".utf8) + long(2) + long(0x040202) + long(0x020300) }

  private func symbol(_ name: String) -> [UInt8] { long(1) + text(name) }

  private func text(_ text: String) -> [UInt8] {
    long(0x40009) + long(text.utf8.count) + Array(text.utf8)
  }

  private func long(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }
}
