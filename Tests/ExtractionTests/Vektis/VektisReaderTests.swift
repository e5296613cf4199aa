import ContentTypes
import ScanModel
import Testing

@testable import Extraction

@Suite struct VektisReaderTests {
  /// Record 02 of a made-up person, in the columns of AP304.
  private static let insured = record([
    (1, "02"), (3, "000000000001"), (15, "123456782"), (24, "3332"), (28, "VZ-12345"),
    (43, "PAT0001"), (54, "19800131"), (62, "2"), (63, "1"), (64, "Çelik"), (89, "van der"),
    (99, "2"), (100, "Jansen"), (135, "ZA"), (142, "1234AB"), (157, "12"), (162, "bis"),
  ])
  private static let start = record([(1, "01"), (3, "304"), (6, "0720"), (12, "12345678")])
  private static let detail = record([
    (1, "04"), (3, "000000000002"), (15, "999999990"), (24, "3332"), (40, "prestatie"),
  ])
  private static let comment = record([
    (1, "98"), (3, "000000000003"), (15, "0001"), (19, "123456789 is het BSN van de patiënt"),
  ])
  private static let end = record([(1, "99"), (3, "000004")])

  private static let fields = [
    "–=013040720  12345678 @1:0",
    "–=02000000000001 @2:0", "bsn=123456782 @2:0", "uzovi=3332 @2:0",
    "verzekerdennummer=VZ-12345 @2:0", "patientnummer=PAT0001 @2:0",
    "geboortedatum=19800131 @2:0", "geslacht=2 @2:0", "–=1 @2:0", "naam=Çelik @2:0",
    "voorvoegsel=van der @2:0", "–=2Jansen @2:0", "voorletters=ZA @2:0", "postcode=1234AB @2:0",
    "huisnummer=12 @2:0", "–=bis @2:0",
    "–=04000000000002 @3:0", "bsn=999999990 @3:0", "–=3332            prestatie @3:0",
    "–=980000000000030001 @4:0", "–=123456789 is het BSN van de patiënt @4:0",
    "–=99000004 @5:0",
  ]

  @Test(arguments: ["\r\n", "\n", ""])
  func `gives every column a field`(lineEnd: String) throws {
    let document = [Self.start, Self.insured, Self.detail, Self.comment, Self.end]
      .joined(separator: lineEnd)
    for chunkByteCount in ChunkedSource.sizes {
      let recording = try read(Array(document.utf8), chunkByteCount)
      #expect(recording.fieldDescriptions == Self.fields)
      #expect(recording.outcome == .complete)
      #expect(recording.faults == [])
    }
  }

  @Test func `reads Windows-1252 by characters, as it reads UTF-8`() throws {
    let document = [Self.start, Self.insured, Self.detail, Self.comment, Self.end]
      .joined(separator: "\r\n")
    let bytes = document.unicodeScalars.map { UInt8($0.value) }
    #expect(try read(bytes).fieldDescriptions == Self.fields)
  }

  @Test func `puts a tab between fields and a line feed behind records`() throws {
    let recording = try read(Array("\(Self.detail)\n\n\(Self.end)\n".utf8))
    #expect(
      recording.text == "04000000000002\t999999990\t3332            prestatie\n\n99000004\n")
    #expect(recording.fields.map(\.row) == [1, 1, 1, 3])
  }

  @Test func `reads whole what does not have the columns it should`() throws {
    let free = "02vrije tekst over Jan Jansen, BSN 123456782"
    let recording = try read(Array("\(Self.start)\n\(free)\nzomaar een regel\n04kort\n\n9".utf8))
    #expect(
      recording.fieldDescriptions.dropFirst() == [
        "–=\(free) @2:0", "–=zomaar een regel @3:0", "–=04kort @4:0", "–=9 @6:0",
      ])
  }

  @Test func `reads on where a line never ends`() throws {
    let endless = String(repeating: "é lang ", count: 100_000)
    let document = Array("\(Self.start)\n\(endless)\n\(Self.detail)\n".utf8)
    let recording = try read(document)
    #expect(recording.fields.count == 5)
    #expect(recording.fields[1].text == endless)
    #expect(recording.fields[1].row == 2)
    #expect(recording.fields[3].description == "bsn=999999990 @3:0")
    #expect(recording.outcome == .partial(.malformed))
    #expect(recording.faults == [])
    #expect(try read(document, 1000) == recording)
  }

  @Test func `reads many records over many blocks`() throws {
    for lineEnd in ["\n", ""] {
      let document = Array(repeating: Self.insured, count: 5000).joined(separator: lineEnd)
      let recording = try read(Array(document.utf8))
      let numbers = recording.fields.filter { $0.label == "bsn" }
      #expect(numbers.map(\.text) == Array(repeating: "123456782", count: 5000))
      #expect(numbers.map(\.row) == Array(1...5000))
      #expect(recording.faults == [])
    }
  }

  @Test func `survives hostile bytes`() throws {
    var generator = SplitMix(seed: 3)
    // Without escapes: whether a text has those of terminals is told from its head, which is a chunk here.
    var documents = (0..<40).map { _ in
      (0..<3000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        .map { $0 == 0x1B ? 0 : $0 }
    }
    documents += (0..<40).map { _ in
      (0..<3000).map { _ in "0129 \n\r".utf8.randomElement(using: &generator) ?? 0 }
    }
    documents += Array("0 \n\0".utf8).map { Array(repeating: $0, count: 1 << 20) }
    for document in documents {
      let whole = try read(document)
      #expect(whole.faults == [])
      if document.count < 1 << 20 { #expect(try read(document, 7) == whole) }
    }
  }

  private func read(_ document: [UInt8], _ chunkByteCount: Int = 1 << 16) throws -> Recording {
    try Recording(of: document, chunkByteCount: chunkByteCount) { text, sink throws(ReadFailure) in
      var reader = VektisReader()
      return try reader.read(&text, into: &sink)
    }
  }

  /// A record of 310 characters with `values` in their columns, counted from 1.
  private static func record(_ values: [(column: Int, value: String)]) -> String {
    var characters = Array(repeating: Character(" "), count: 310)
    for (column, value) in values {
      characters.replaceSubrange(column - 1..<column - 1 + value.count, with: Array(value))
    }
    return String(characters)
  }
}
