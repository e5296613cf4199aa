import Testing

@testable import Extraction

@Suite struct IWorkReaderTests {
  @Test func `reads the texts of a document at their sections`() {
    let document = StoredZip.bytes(of: [
      (
        "Index/Document.iwa",
        IWA.archive([
          IWA.storage(1, kind: 0, "Geachte heer Postma,\nBel 06-12345678\n"),
          IWA.storage(2, kind: 1, "Dossier 12"), IWA.storage(3, kind: 3, "Kader"),
          (4, 2032, IWA.text(2, "mailto:jan@example.nl")),
          (5, 212, IWA.text(1, "Fenna Smit")),
          (6, 3056, IWA.text(1, "Klopt dit?") + IWA.reference(3, 5)),
        ])
      ), ("preview.jpg", [0xFF, 0xD8, 0xFF, 0xE0]),
      ("Metadata/DocumentIdentifier", Array("X1".utf8)),
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.text() == "Geachte heer Postma,\nBel 06-12345678Kader")
    #expect(recording.text(at: "header") == "Dossier 12")
    #expect(recording.fields(at: "comments") == ["author=Fenna Smit", "Klopt dit?"])
    #expect(recording.text(at: "links").contains("mailto:jan@example.nl"))
    #expect(recording.missing.isEmpty)
    #expect(recording.outcome == "iwork complete")
    #expect(recording.members.count == 2)
  }

  @Test func `reads the text of a document of 2009 and not the picture of its first page`() {
    let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
    let text = Array("<?xml version=\"1.0\"?><document><p>Geachte heer Smit</p></document>".utf8)
    let document = StoredZip.bytes(of: [
      ("index.xml", text), ("buildVersionHistory.plist", Array("<plist/>".utf8)),
      ("QuickLook/Thumbnail.jpg", picture), ("foto.jpg", picture),
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.text(at: "index.xml").contains("Geachte heer Smit"))
    #expect(recording.members.contains { $0.hasPrefix("foto.jpg jpeg") })
    #expect(!recording.members.contains { $0.contains("Thumbnail") })
  }

  @Test func `reads slides in the order of the show`() {
    func slide(_ id: Int, _ text: String, note: String) -> [UInt8] {
      IWA.archive([
        (id, 5, []), IWA.storage(id + 1, kind: 3, text), IWA.storage(id + 2, kind: 4, note),
      ])
    }
    let document = StoredZip.bytes(of: [
      ("Index/Slide-20.iwa", slide(20, "Tweede", note: "Noem Jan")),
      ("Index/Slide-10.iwa", slide(10, "Eerste", note: "")),
      (
        "Index/Document.iwa",
        IWA.archive([
          (1, 2, IWA.bytes(3, IWA.reference(2, 3) + IWA.reference(2, 4))),
          (3, 4, IWA.reference(2, 10)), (4, 4, IWA.reference(2, 20)),
        ])
      ),
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.text(at: "1") == "Eerste")
    #expect(recording.text(at: "2") == "Tweede")
    #expect(recording.text(at: "2/speaker-notes") == "Noem Jan")
  }

  /// A cell of version 5: its type, its flags, and what these tell.
  private static func cell(_ type: UInt8, _ flags: Int, _ value: [UInt8]) -> [UInt8] {
    [5, type, 0, 0, 0, 0, 0, 0] + UInt32(flags).littleBytes + value
  }

  private static func fraction(_ value: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
  }

  /// 999990019 times ten to a power.
  private static func decimal(_ exponent: Int) -> [UInt8] {
    let biased = 0x1820 + exponent
    return UInt32(999_990_019).littleBytes + [UInt8](repeating: 0, count: 10)
      + [UInt8(biased << 1 & 0xFF), UInt8(biased >> 7)]
  }

  private static func row(_ number: Int, _ cells: [[UInt8]?], isEarly: Bool = false) -> [UInt8] {
    var storage: [UInt8] = []
    var offsets: [UInt8] = []
    for cell in cells {
      offsets += cell == nil ? [0xFF, 0xFF] : UInt16(storage.count).littleBytes
      storage += cell ?? []
    }
    let fields = isEarly ? (3, 4) : (6, 7)
    return IWA.bytes(
      5, IWA.number(1, number) + IWA.bytes(fields.0, storage) + IWA.bytes(fields.1, offsets))
  }

  private static func workbook(_ rows: [UInt8]) -> DocumentRecording {
    func entry(_ key: Int, _ value: [UInt8]) -> [UInt8] { IWA.bytes(3, IWA.number(1, key) + value) }
    let store =
      IWA.bytes(3, IWA.bytes(1, IWA.number(1, 0) + IWA.reference(2, 30))) + IWA.reference(4, 31)
      + IWA.reference(17, 32)
    return DocumentRecording(
      of: StoredZip.bytes(of: [
        (
          "Index/Document.iwa",
          IWA.archive([
            (1, 2, IWA.text(1, "Cliënten") + IWA.reference(2, 2)),
            (2, 6000, IWA.reference(2, 3)),
            (3, 6001, IWA.bytes(4, store) + IWA.number(7, 4) + IWA.text(8, "Lijst")),
          ])
        ), ("Index/Tables/Tile.iwa", IWA.archive([(30, 6002, rows)])),
        (
          "Index/Tables/DataList.iwa",
          IWA.archive([
            (
              31, 6005,
              entry(1, IWA.text(3, "Naam")) + entry(2, IWA.text(3, "BSN"))
                + entry(3, IWA.text(3, "Wietske Vliet")) + entry(4, IWA.text(3, "Geboren"))
            ),
            (32, 6005, entry(1, IWA.reference(9, 33))),
            (33, 6218, IWA.reference(1, 34)), IWA.storage(34, kind: 5, "Fenna Postma"),
          ])
        ),
      ]))
  }

  @Test func `reads cells below their headers, on their sheet and in their table`() {
    let recording = Self.workbook(
      Self.row(
        2, [Self.cell(9, 0x10, UInt32(1).littleBytes), nil, Self.cell(2, 0x1, Self.decimal(-2))])
        + Self.row(
          0,
          [
            Self.cell(3, 0x8, UInt32(1).littleBytes), Self.cell(3, 0x8, UInt32(2).littleBytes),
            Self.cell(3, 0x8, UInt32(4).littleBytes),
          ])
        + Self.row(
          1,
          [
            Self.cell(3, 0x8, UInt32(3).littleBytes), Self.cell(2, 0x1, Self.decimal(0)),
            Self.cell(5, 0x4, Self.fraction(-86_400)),
          ]))
    #expect(
      recording.fields(at: "Cliënten/Lijst") == [
        "Naam", "BSN", "Geboren", "Naam=Wietske Vliet", "BSN=999990019", "Geboren=31-12-2000",
        "Naam=Fenna Postma",
        "Geboren=9999900.19",
      ])
  }

  // As Numbers wrote cells until 2018.
  @Test func `reads cells of the form before`() {
    func cell(_ type: UInt8, _ flags: Int, _ value: [UInt8]) -> [UInt8] {
      [3, 0, type, 0] + UInt32(flags).littleBytes + [0, 0, 0, 0] + value
    }
    let format = UInt32(9).littleBytes
    let recording = Self.workbook(
      Self.row(
        0, [cell(3, 0x10, UInt32(1).littleBytes), cell(3, 0x12, format + UInt32(2).littleBytes)],
        isEarly: true)
        + Self.row(
          1,
          [
            cell(9, 0x200, UInt32(1).littleBytes),
            cell(2, 0x22, format + Self.fraction(63_308_836)),
          ],
          isEarly: true))
    #expect(
      recording.fields(at: "Cliënten/Lijst") == [
        "Naam", "BSN", "Naam=Fenna Postma", "BSN=63308836",
      ])
  }

  @Test func `says what it cannot read`() {
    let whole = IWA.archive([IWA.storage(1, kind: 0, "Jan Smit")])
    let cut = StoredZip.bytes(of: [
      ("Index/Document.iwa", whole), ("Index/Cut.iwa", Array(whole.dropLast())),
      ("Index/Other.iwa", IWA.framed(IWA.snappy([200, 1]))),
    ])
    let recording = DocumentRecording(of: cut)
    #expect(recording.text() == "Jan Smit")
    #expect(recording.missing == ["malformed Index/Cut.iwa", "malformed Index/Other.iwa"])
    let locked = StoredZip.bytes(of: [(".iwpv2", [1, 2]), ("Index/Document.iwa", [9, 9, 9])])
    #expect(DocumentRecording(of: locked).outcome.hasSuffix("encrypted"))
  }

  @Test func `survives any byte being another one`() {
    let archive = IWA.archive([
      (1, 2, IWA.text(1, "Blad") + IWA.reference(2, 2)), (2, 6000, IWA.reference(2, 3)),
      (3, 6001, IWA.bytes(4, IWA.bytes(3, IWA.bytes(1, IWA.number(1, 0) + IWA.reference(2, 4))))),
      (4, 6002, Self.row(0, [Self.cell(2, 0x1, Self.decimal(0))])),
    ])
    for index in archive.indices {
      for bit in 0..<8 {
        var changed = archive
        changed[index] ^= 1 << UInt8(bit)
        let recording = DocumentRecording(
          of: StoredZip.bytes(of: [("Index/Document.iwa", changed)]))
        #expect(recording.faults.isEmpty)
      }
    }
  }

  @Test func `reads a cell that many tables share no more often than is allowed`() {
    let rows = (0..<200).map { Self.row($0, [Self.cell(3, 0x8, UInt32(1).littleBytes)]) }
    let store =
      IWA.bytes(3, IWA.bytes(1, IWA.number(1, 0) + IWA.reference(2, 1))) + IWA.reference(4, 2)
    let text = IWA.bytes(
      3, IWA.number(1, 1) + IWA.text(3, String(repeating: "Jan ", count: 50_000)))
    var objects: [IWA.Object] = [(1, 6002, rows.flatMap { $0 }), (2, 6005, text)]
    for id in 3..<100 { objects.append((id, 6001, IWA.bytes(4, store))) }
    var limits = ExtractionLimits()
    limits.unpackedFloor = 10 << 20
    limits.unpackedFactor = 1
    let recording = DocumentRecording(
      of: StoredZip.bytes(of: [("Index/Document.iwa", IWA.archive(objects))]), limits: limits)
    #expect(recording.missing.contains { $0.hasPrefix("limit") })
  }
}
