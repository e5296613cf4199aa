import Testing

@testable import Extraction

@Suite struct CompoundFileReaderTests {
  /// A file as the Packager of Windows wraps it.
  private static func package(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body =
      [2, 0] + Array(name.utf8) + [0] + Array("C:\\x\\\(name)".utf8) + [0] + [0, 0, 3, 0]
      + UInt32(4).littleBytes + Array("C:\\".utf8) + [0] + UInt32(content.count).littleBytes
      + content
    return UInt32(body.count).littleBytes + body
  }

  @Test func `takes a file that was dropped into a document as a member of its name`() {
    var builder = CompoundFileBuilder()
    let content = Array("Truus belt 0612345678 en dat is alles".utf8)
    builder.add("ObjectPool", "_1", "\u{1}Ole10Native", bytes: Self.package("t.txt", content))
    builder.add("ObjectPool", "_1", "\u{1}CompObj", bytes: [1, 2, 3])
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.text(at: "t.txt") == "Truus belt 0612345678 en dat is alles")
    #expect(recording.faults.isEmpty)
  }

  @Test func `takes a package in the storage of an object`() {
    var builder = CompoundFileBuilder()
    let table = "naam;plaats\nJan;Goes\nPiet;Ede\nKees;Urk\n"
    builder.add("MBD001", "Package", bytes: Array(table.utf8))
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.fields(at: "MBD001").contains("naam=Jan"))
  }

  @Test func `says that a package under a password is encrypted`() {
    var builder = CompoundFileBuilder()
    builder.add("EncryptedPackage", bytes: [UInt8](repeating: 7, count: 5000))
    builder.add("EncryptionInfo", bytes: [4, 0, 4, 0])
    #expect(DocumentRecording(of: builder.build()).outcome == "ooxml-encrypted encrypted")
  }

  @Test func `gives the texts in the streams of kinds that it does not know`() {
    var builder = CompoundFileBuilder()
    builder.add(
      "Quill", "CONTENTS",
      bytes: [0, 1] + "Jan de Wit, Goes".utf16.flatMap(\.littleBytes) + [0, 1])
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.text(at: "raw-text").contains("Jan de Wit, Goes"))
    #expect(recording.outcome == "ole2 text-in-binary")
  }

  @Test func `takes streams that are texts or documents as what they are`() {
    var builder = CompoundFileBuilder()
    builder.add(
      "grafiek", bytes: Array("<?xml version=\"1.0\"?><rij><bsn>999990019</bsn></rij>".utf8))
    builder.add("leeg", bytes: [])
    let whole = DocumentRecording(of: builder.build())
    #expect(whole.fields(at: "grafiek").contains("rij.bsn=999990019"))
    #expect(whole.outcome == "ole2 complete")
    builder.add(
      "rest", bytes: [0, 1, 2, 0xFF, 0xFE, 9] + Array("Jan de Wit, Goes".utf8) + [0, 3, 1])
    let other = DocumentRecording(of: builder.build())
    #expect(other.text(at: "raw-text").contains("Jan de Wit, Goes"))
    #expect(other.outcome == "ole2 text-in-binary")
  }

  @Test func `takes what lies in a document beside its own streams`() {
    let item = Array("<?xml version=\"1.0\"?><klant><bsn>999990019</bsn></klant>".utf8)
    var workbook = CompoundFileBuilder()
    workbook.add("Workbook", bytes: [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x0A, 0, 0, 0])
    workbook.add("MsoDataStore", "0001", "Item", bytes: item)
    workbook.add("Ctls", bytes: [0, 2, 44, 0, 1, 1, 0x40, 0x80] + Array("Jan de Wit, Goes".utf8))
    let recording = DocumentRecording(of: workbook.build())
    #expect(recording.fields(at: "MsoDataStore/0001/Item").contains("klant.bsn=999990019"))
    #expect(recording.text(at: "raw-text").contains("Jan de Wit, Goes"))
    #expect(recording.outcome == "xls complete")
    workbook.add("Object2", "PerfectOffice_MAIN", bytes: [1, 2, 3])
    #expect(
      DocumentRecording(of: workbook.build()).members.contains { $0.hasPrefix("Object2 wpd") })
    workbook.add("Iets", bytes: [0, 1, 0xFF, 2] + Array("Piet Bakker, Urk".utf8) + [0, 3])
    #expect(DocumentRecording(of: workbook.build()).outcome == "xls text-in-binary")
  }

  @Test func `says where a stream beside those of a document is cut off, and skips none`() {
    var workbook = CompoundFileBuilder()
    workbook.add("Workbook", bytes: [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x0A, 0, 0, 0])
    workbook.add("PP40", bytes: [0, 1, 0xFF, 2] + Array("Jan de Wit, Goes".utf8) + [0, 3])
    workbook.add("Notitie", bytes: [UInt8](repeating: 0x61, count: 5000))
    var bytes = workbook.build()
    let whole = DocumentRecording(of: bytes)
    #expect(whole.text(at: "raw-text").contains("Jan de Wit, Goes"))
    #expect(whole.missing.isEmpty)
    // The directory says that the stream is longer than its sectors.
    let name = "Notitie".utf16.flatMap(\.littleBytes)
    let entry = bytes.indices.first { bytes[$0...].starts(with: name) } ?? 0
    bytes.replaceSubrange(entry + 120..<entry + 124, with: UInt32(90_000).littleBytes)
    #expect(DocumentRecording(of: bytes).missing == ["malformed Notitie"])
  }

  @Test func `takes the modules of a project of macros, and nothing else is left of it`() {
    var builder = CompoundFileBuilder()
    builder.add("PROJECT", bytes: Array("Module=Mail\r\nHelpFile=\"C:\\jan\"\r\n".utf8))
    builder.add("PROJECTwm", bytes: Array("Mail\0M\0".utf8))
    builder.add("VBA", "_VBA_PROJECT", bytes: [0xCC, 0x61, 0, 0, 1, 2, 3])
    builder.add("VBA", "dir", bytes: [1, 2, 3])
    let chunk: [UInt8] =
      [0] + Array("Attribut".utf8) + [0] + Array("e VB_Nam".utf8) + [0] + Array("e = \"M\"\n".utf8)
      + [0] + Array("'Jan 061".utf8) + [0] + Array("2345678\n".utf8)
    builder.add(
      "VBA", "Mail", bytes: [9, 1] + (UInt16(0xB000) | UInt16(chunk.count - 1)).littleBytes + chunk)
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.text(at: "Mail") == "'Jan 0612345678\n")
    #expect(recording.text(at: "PROJECT").contains("HelpFile=\"C:\\jan\""))
    #expect(recording.outcome == "ole2 complete")
  }

  @Test func `does not follow storages that lie too deep`() {
    var builder = CompoundFileBuilder()
    let text = Array("Jan de Wit woont in Goes en nergens anders".utf8)
    var content = Self.package("t.txt", text)
    for _ in 0..<12 {
      var outer = CompoundFileBuilder()
      outer.add("\u{1}Ole10Native", bytes: content)
      content = Self.package("x.bin", outer.build())
    }
    builder.add("\u{1}Ole10Native", bytes: content)
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.missing.contains { $0.hasPrefix("limit") })
    #expect(recording.faults.isEmpty)
  }
}
