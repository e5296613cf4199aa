import ContentTypes
import Foundation
import ScanModel
import Testing

@testable import Extraction

/// Queries as Excel keeps them, built as MS-QDEFF describes it.
@Suite struct DataMashupReaderTests {
  private static func part(_ bytes: [UInt8]) -> [UInt8] { UInt32(bytes.count).littleBytes + bytes }

  private static func mashup(_ code: String) -> [UInt8] {
    let package = SingleEntryZip.bytes(Array(code.utf8), named: "Formulas/Section1.m")
    let empty: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
    let metadata =
      [0, 0, 0, 0] + part(Array("<Items><ItemPath>Section1/Lijst</ItemPath></Items>".utf8))
      + part(empty)
    return [0, 0, 0, 0] + part(package) + part(Array("<PermissionList/>".utf8)) + part(metadata)
      + part([1, 2, 3])
  }

  /// The rows as Python's zlib packs them, without a header.
  private static let packed = "i45W8krMU9JRsgQBAwNDS6VYnWilgMzUEpggSFwpNhYA"
  private static let query = """
    section Section1;

    shared Lijst = let
        Source = Table.FromRows(Json.Document(Binary.Decompress(Binary.FromText("\(packed)", \
    BinaryEncoding.Base64), Compression.Deflate)), let _t = ((type text) meta [Serialized.Text = \
    true]) in type table [Naam = _t, #"BSN van de klant" = _t])
    in
        Source;
    """

  @Test func `reads queries and what is told of them`() {
    let recording = DocumentRecording(of: Self.mashup(Self.query))
    #expect(recording.text(at: "Formulas/Section1.m").contains("shared Lijst"))
    #expect(recording.fields(at: "Metadata").contains("Items.ItemPath=Section1/Lijst"))
    #expect(recording.outcome == "data-mashup complete")
  }

  @Test func `reads the table that was typed into a query, with the names of its columns`() {
    let recording = DocumentRecording(of: Self.mashup(Self.query))
    #expect(
      recording.fields(at: "Formulas/Section1.m/1").suffix(4)
        == ["Naam=Jan", "BSN van de klant=999990019", "Naam=Piet", "BSN van de klant=999999990"])
  }

  @Test func `a table that is damaged is not silently missing`() {
    let damaged = Self.query.replacingOccurrences(of: "i45W", with: "/45W")
    #expect(
      DocumentRecording(of: Self.mashup(damaged)).missing == ["malformed Formulas/Section1.m/1"])
  }

  @Test(arguments: 0..<12)
  func `outlives less than a beginning`(byteCount: Int) {
    var sink = DocumentRecordingSink()
    let bytes = [UInt8](repeating: 0, count: byteCount)
    let outcome = DocumentExtractor.extract(.binary(.dataMashup), bytes.span, into: &sink)
    #expect(outcome == .partial(.malformed))
  }

  @Test func `outlives bytes that were changed anywhere, and ends anywhere`() {
    let file = Self.mashup(Self.query)
    var random = SplitMix(seed: 5)
    for position in file.indices {
      var bytes = file
      bytes[position] = UInt8.random(in: 0...255, using: &random)
      #expect(DocumentRecording(of: bytes).faults.isEmpty)
      #expect(DocumentRecording(of: Array(file[..<position])).faults.isEmpty)
    }
  }
}
