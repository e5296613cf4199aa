import ContentTypes
import Foundation
import Testing

@testable import Extraction

/// Documents in base64 or hex in texts of every form.
struct EncodedDocumentsTests {
  /// A letter in an archive, some 900 bytes.
  private static let letter = StoredZip.bytes([
    "brief.txt": "Betreft BSN 999990019. " + String(repeating: "Tekst van de brief. ", count: 40)
  ])
  private static let digits = Data(letter).base64EncodedString()

  private static func folded(_ length: Int, _ separator: String) -> String {
    stride(from: 0, to: digits.utf8.count, by: length).map {
      String(digits.dropFirst($0).prefix(length))
    }.joined(separator: separator)
  }

  @Test(arguments: [
    ("xml", "<factuur><bijlage filename=\"brief.zip\">\(digits)</bijlage></factuur>", "brief.zip"),
    (
      "xml", "<bericht><bestandsnaam>b 1.zip</bestandsnaam><inhoud>\(digits)</inhoud></bericht>",
      "b 1.zip"
    ),
    ("xml", "<bericht><inhoud>\n  \(folded(76, "\n  "))\n</inhoud></bericht>", "base64:1"),
    ("xml", "<bericht><inhoud>\(folded(76, "&#13;\n"))</inhoud></bericht>", "base64:1"),
    ("json", "{\"name\": \"brief.zip\", \"data\": \"\(digits)\"}", "brief.zip"),
    (
      "json",
      "{\"name\": \"brief\", \"d\": \"\(digits.replacingOccurrences(of: "/", with: "\\/"))\"}",
      "base64:1"
    ),
    ("json", "{\"data\": \"\(folded(76, "\\r\\n"))\"}", "base64:1"),
    ("csv", "id;bestand\n1;\(digits)\n2;leeg\n3;leeg\n", "base64:1"),
    (
      "sql", "INSERT INTO stuk (id, naam, inhoud) VALUES (1, 'brief.zip', '\(digits)');\n",
      "base64:1"
    ),
    (
      "sql",
      "INSERT INTO stuk (id, inhoud) VALUES (1, 0x\(letter.map { hex($0) }.joined()));\n", "hex:1"
    ),
    (
      "html", "<html><body><a href=\"data:application/zip;base64,\(digits)\">x</a></body></html>",
      ""
    ),
    ("text", "2026-01-02 12:00 ontvangen: \(digits)\n2026-01-02 12:01 klaar\n", "base64:1"),
    ("ldif", "dn: cn=jan\nobjectClass: person\ndocument:: \(folded(70, "\n "))\n", "base64:1"),
  ])
  func `reads a document in a text of any form`(form: String, text: String, name: String) {
    let recording = DocumentRecording(of: Array(text.utf8))
    let name = name.isEmpty ? "base64:1" : name
    #expect(recording.text(at: "\(name)/brief.txt").contains("BSN 999990019"))
    #expect(recording.outcome.hasPrefix(form) || recording.outcome.hasPrefix("text"))
    #expect(recording.outcome.hasSuffix("complete"))
    #expect(recording.members.count == 3)
    #expect(recording.missing.isEmpty)
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return byte < 16 ? "0" + digits : digits
  }

  @Test func `reads a calendar with a document`() {
    let text =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Overleg\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:"
      + Self.folded(74, "\r\n ") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    let recording = DocumentRecording(of: Array(text.utf8))
    #expect(recording.text(at: "base64:1/brief.txt").contains("BSN 999990019"))
    #expect(recording.outcome.hasSuffix("complete"))
  }

  @Test func `reads UTF-16`() {
    let text = "<bericht><inhoud>\(Self.digits)</inhoud></bericht>"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let recording = DocumentRecording(of: bytes)
    #expect(recording.text(at: "base64:1/brief.txt").contains("BSN 999990019"))
  }

  @Test func `finds each of several documents`() {
    let texts = (0..<40).map { number in
      "<stuk nr=\"\(number)\">\(Self.digits)</stuk>" + String(repeating: "<x/>", count: number * 97)
    }
    let recording = DocumentRecording(of: Array("<a>\(texts.joined())</a>".utf8))
    #expect(recording.texts.filter { $0.place.hasSuffix("brief.txt") }.count == 40)
  }

  @Test func `reads a long text that is encoded`() {
    let rows = (0..<200).map { "Jansen;\(999_990_000 + $0)\n" }.joined()
    let digits = Data("naam;bsn\n\(rows)".utf8).base64EncodedString()
    let recording = DocumentRecording(of: Array("zie bijlage\n\(digits)\neinde\n".utf8))
    #expect(recording.fields(at: "base64:1").filter { $0.hasPrefix("bsn=") }.count == 200)
  }

  @Test(arguments: [100, 2_000, 200_000])
  func `reads an encoded text once where it is a value of JSON`(lineCount: Int) {
    let lines = (0..<lineCount).map { "regel \($0)" }.joined(separator: "\n")
    let digits = Data(lines.utf8).base64EncodedString()
    let recording = DocumentRecording(of: Array("{\"data\": \"\(digits)\"}".utf8))
    let text = recording.texts.map(\.text).joined()
    #expect(text.components(separatedBy: "regel 57\n").count == 2)
    #expect(recording.outcome.hasSuffix("complete"))
  }

  /// A picture of so many pixels, without them.
  private static func picture(width: UInt8, height: UInt8) -> String {
    let size: [UInt8] = [0, 0, width, 0, 0, 0, height, 0]
    let header = [0, 0, 0, 13] + Array("IHDR".utf8) + size + [8, 2, 0, 0, 0] + [0, 0, 0, 0]
    let pixels = [0, 0, 4, 0] + Array("IDAT".utf8) + [UInt8](repeating: 7, count: 1024 + 4)
    let end = [0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0]
    return Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header + pixels + end)
      .base64EncodedString()
  }

  /// 512 by 768 pixels: as large as a letter that was scanned.
  private static let scan = picture(width: 2, height: 3)

  @Test(arguments: [
    "<html><body><img src=\"data:image/png;base64,\(scan)\"></body></html>",
    "<bericht><inhoud>\(scan)</inhoud></bericht>",
    "{\"mime\": \"image/png\", \"data\": \"\(scan)\"}",
    "id;bestand\n1;\(scan)\n2;leeg\n3;leeg\n",
  ])
  func `says of a picture that is large enough for text that it was not read`(text: String) {
    let recording = DocumentRecording(of: Array(text.utf8))
    #expect(recording.members.count == 2)
    #expect(recording.members.first == "base64:1 png needs-ocr")
  }

  @Test func `leaves icons out, wherever blocks end`() {
    let icon = Self.picture(width: 1, height: 1)
    let icons = (0..<700).map { number in
      "<img src='data:image/png;base64,\(icon)'>" + String(repeating: "x", count: number)
    }
    let recording = DocumentRecording(of: Array("<html>\(icons.joined())</html>".utf8))
    #expect(recording.members.count == 1)
    #expect(recording.missing.isEmpty)
  }

  @Test func `leaves portraits out`() {
    let photo = Self.scan
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Jan\nPHOTO;ENCODING=b;TYPE=PNG:\(photo)\nEND:VCARD\n"
    let recording = DocumentRecording(of: Array(card.utf8))
    #expect(recording.members.count == 1)
    #expect(recording.missing.isEmpty)
  }

  @Test(arguments: [
    // A picture without a size.
    "<img src=\"data:image/png;base64,\(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 900)).base64EncodedString())\">",
    // Hashes below each other.
    (0..<30).map { String(repeating: "\($0 % 10)a5", count: 21) + "0" }.joined(separator: "\n"),
    // Words without spaces, digits without end.
    String(repeating: "aaneengeschreven", count: 80), String(repeating: "0123456789", count: 400),
    String(repeating: "1", count: 9_000), String(repeating: "5", count: 9_000),
  ])
  func `takes nothing else for a document`(text: String) {
    let recording = DocumentRecording(of: Array("<html><body>\(text)</body></html>".utf8))
    #expect(recording.members.count == 1)
    #expect(recording.outcome.hasSuffix("complete"))
  }

  @Test func `finds a document wherever chunks end`() throws {
    for place in stride(from: 0, to: 2_000, by: 61) {
      let text =
        String(repeating: "woord ", count: 40_000).prefix(place + 1_000) + "\n" + Self.digits
      for chunkByteCount in [512, 700, 4_096] {
        var extractor = TextExtractor()
        var sink = RecordingSink()
        _ = try extractor.extract(
          form: .running, encoding: .utf8, head: [],
          rest: ChunkedSource(Array(text.utf8), chunkByteCount: chunkByteCount), into: &sink)
        #expect(extractor.hasEncodedDocuments, "\(place) \(chunkByteCount)")
      }
    }
  }
}
