import ContentTypes
import Extraction
import Testing

@Suite struct FileMakerReaderTests {
  /// Two tables, of which the second has a record number of two bytes.
  private static let later: FileMakerBuilder = {
    var builder = FileMakerBuilder(isMasked: true)
    builder.addLeaf([
      ([3, 16, 5, 129], 16, builder.text("Cliënten")),
      ([3, 16, 5, 130], 16, builder.text("Facturen")),
      ([17, 5, 1, 5, 1], 1, builder.text("Stuur bericht aan w@voorbeeld.example")),
    ])
    builder.addLeaf([
      ([129, 3, 5, 1], 16, builder.text("Naam")), ([129, 3, 5, 2], 16, builder.text("BSN")),
      ([129, 3, 5, 3], 16, builder.text("Notitie")),
      ([129, 5, 1], 1, builder.text("Zoë Jansen")), ([129, 5, 1], 2, builder.text("999990019")),
      ([129, 5, 1], 3, builder.text("ZZZZ")), ([129, 5, 1], 252, [1, 2]),
    ])
    builder.addLeaf([
      ([129, 5, 2], 1, builder.text("P. Bakker")),
      // How it looks, and the value in two parts.
      ([129, 5, 2, 3], 0, [0, 0, 1]), ([129, 5, 2, 3], 1, builder.text("Rekening NL91")),
      ([129, 5, 2, 3], 2, builder.text("ABNA0417164300")),
    ])
    builder.addLeaf([
      ([130, 3, 5, 1], 16, builder.text("Debiteur")),
      ([130, 5, 300], 1, builder.text("K. Smit")),
      ([130, 5, 301], 1, builder.text(String(repeating: "lang ", count: 80) + "einde")),
    ])
    return builder
  }()

  private static let early: FileMakerBuilder = {
    var builder = FileMakerBuilder(isMasked: false)
    builder.addLeaf([
      ([3, 1], 1, builder.text("NAAM")), ([3, 5, 1], 1, builder.text("Naam")),
      ([3, 5, 2], 1, builder.text("BSN")),
    ])
    builder.addLeaf([
      // Zoë, as a Macintosh writes it.
      ([5, 1], 1, [0x5A, 0x6F, 0x91]), ([5, 1], 2, builder.text("999990019")),
    ])
    builder.addLeaf([
      ([5, 200], 1, builder.text("Piet")), ([5, 200], 2, builder.text("123456782")),
    ])
    builder.addLeaf([([8, 1], 1, builder.text("zoekwoord"))])
    return builder
  }()

  private let laterFields = [
    "Naam=Zoë Jansen", "BSN=999990019", "Notitie=ZZZZ", "Naam=P. Bakker",
    "Notitie=Rekening NL91ABNA0417164300",
  ]
  private let earlyFields = ["Naam=Zoë", "BSN=999990019", "Naam=Piet", "BSN=123456782"]

  @Test func `reads the tables of later versions below the names of their columns`() {
    let document = DocumentRecording(of: Self.later.bytes())
    #expect(document.outcome == "filemaker complete")
    #expect(document.fields(at: "Cliënten") == laterFields)
    #expect(
      document.fields(at: "Facturen") == [
        "Debiteur=K. Smit", "Debiteur=" + String(repeating: "lang ", count: 80) + "einde",
      ])
    #expect(document.text(at: "raw-text").contains("w@voorbeeld.example"))
  }

  @Test func `reads the table of early versions, and not what it is found by`() {
    let document = DocumentRecording(of: Self.early.bytes())
    #expect(document.outcome == "filemaker complete")
    #expect(document.fields() == earlyFields)
    #expect(!document.texts.contains { $0.text.contains("zoekwoord") || $0.text.contains("NAAM") })
  }

  @Test func `follows the chain of leaves, wherever they lie`() {
    let later = DocumentRecording(of: Self.later.bytes(order: [0, 3, 2, 1]))
    #expect(later.outcome == "filemaker complete")
    #expect(later.fields(at: "Cliënten") == laterFields)
    let early = DocumentRecording(of: Self.early.bytes(order: [0, 2, 3, 1]))
    #expect(early.outcome == "filemaker complete")
    #expect(early.fields() == earlyFields)
  }

  @Test(arguments: [0, 9_999])
  func `reads the leaves that a broken chain leaves out, and says that it is`(next: Int) {
    var early = Self.early.bytes()
    // What comes behind the first leaf.
    early.replaceSubrange(3078..<3082, with: [0, 0, UInt8(next >> 8), UInt8(next & 0xFF)])
    let document = DocumentRecording(of: early)
    #expect(document.outcome == "filemaker malformed")
    #expect(document.fields() == earlyFields)
    var later = Self.later.bytes()
    later.replaceSubrange(8200..<8204, with: [0, 0, 0x27, 0x0F])
    let other = DocumentRecording(of: later)
    #expect(other.outcome == "filemaker malformed")
    #expect(other.fields(at: "Cliënten") == laterFields)
  }

  @Test func `reads a file that was cut, and says so`() {
    for builder in [Self.early, Self.later] {
      let bytes = builder.bytes()
      let document = DocumentRecording(of: Array(bytes.dropLast(builder.isMasked ? 4096 : 1024)))
      #expect(document.outcome == "filemaker malformed")
      #expect(document.allFields.contains("BSN=999990019"))
    }
  }

  @Test func `reads what is left of values behind those of a sector`() {
    var bytes = Self.early.bytes()
    let end = 2048 + 3 * 1024
    let text = Array("mail: weg@voorbeeld.example".utf8)
    bytes.replaceSubrange(end - 100..<end - 100 + text.count, with: text)
    let document = DocumentRecording(of: bytes)
    #expect(document.outcome == "filemaker complete")
    #expect(document.text(at: "deleted-text").contains("weg@voorbeeld.example"))
    #expect(document.fields() == earlyFields)
  }

  @Test func `says that something in a leaf is no code`() {
    var builder = Self.early
    builder.addLeaf([([9, 1], 1, [1])])
    var bytes = builder.bytes()
    // The last leaf begins with a value that is longer than it.
    bytes.replaceSubrange(2048 + 5 * 1024 + 14..<2048 + 5 * 1024 + 16, with: [0x41, 0xFF])
    #expect(DocumentRecording(of: bytes).outcome == "filemaker malformed")
  }

  @Test func `hands on files in containers, put together from their parts`() {
    var builder = Self.later
    let csv = Array("naam,bsn\nJansen,999990019\n".utf8)
    builder.addLeaf(ofFile: "FILE", at: [31, 5, 1], [Array(csv[..<10])])
    builder.addLeaf(ofFile: "FILE", at: [31, 5, 1], [Array(csv[10...])])
    builder.addLeaf(ofFile: "TEXT", at: [31, 5, 2], [Array("mail: z@voorbeeld.example".utf8)])
    let document = DocumentRecording(of: builder.bytes())
    #expect(document.members == ["1 csv complete", "2 text complete", "filemaker complete"])
    #expect(document.fields(at: "1") == ["naam", "bsn", "naam=Jansen", "bsn=999990019"])
  }
}
