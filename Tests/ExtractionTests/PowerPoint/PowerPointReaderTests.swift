import Testing

@testable import Extraction

@Suite struct PowerPointReaderTests {
  private static func record(
    _ type: UInt16, version: UInt16 = 0, instance: UInt16 = 0, _ content: [UInt8]
  ) -> [UInt8] {
    (instance << 4 | version).littleBytes + type.littleBytes + UInt32(content.count).littleBytes
      + content
  }

  private static func document(_ stream: [UInt8], pictures: [UInt8]? = nil) -> [UInt8] {
    var file = CompoundFileBuilder()
    file.add("PowerPoint Document", bytes: stream)
    if let pictures { file.add("Pictures", bytes: pictures) }
    return file.build()
  }

  @Test func `puts slides, notes, comments and links where they belong`() throws {
    let recording = DocumentRecording(of: ForeignFile.bytes("powerpoint/slides.ppt"))
    #expect(recording.outcome == "ppt complete")
    #expect(recording.fields(at: "1") == ["Dia één van Piet", "Tweede regel", "Mail Piet"])
    #expect(recording.fields(at: "2") == ["Dia twee Ω"])
    #expect(recording.fields(at: "1/speaker-notes") == ["Notitie: BSN 999990019"])
    #expect(recording.fields(at: "1/comments") == ["author=Anna de Keurder", "Klopt dit?"])
    #expect(recording.fields(at: "links").contains("mailto:piet@example.nl"))
    #expect(recording.faults.isEmpty)
  }

  @Test func `gives all texts of a presentation whose directory is lost`() {
    let stream =
      Self.record(
        0x03EE, version: 15,
        Self.record(0x0FA8, [0x4A, 0x6F, 0x73, 0xE9])
          + Self.record(0x0FA0, "BSN\u{B}999990019\rΩ".utf16.flatMap(\.littleBytes)))
    let recording = DocumentRecording(of: Self.document(stream))
    #expect(recording.fields() == ["José", "BSN\n999990019", "Ω"])
    #expect(recording.outcome == "ppt malformed")
  }

  @Test func `finds texts that no record leads to`() {
    let slide = Self.record(0x03EE, version: 15, Self.record(0x0FA8, Array("Jan".utf8)))
    let stream =
      slide + [0, 0, 7, 0, 0xFF, 0xFF, 0xFF, 0xFF, 1]
      + Self.record(0x0FA8, instance: 0, Array("Truus de Mier".utf8))
      + [9, 9, 9] + Self.record(0x0FA0, "BSN 999990019".utf16.flatMap(\.littleBytes))
      // Neither text, nor whole.
      + Self.record(0x0FA8, [1, 0, 2, 0]) + [0, 0, 0xA8, 0x0F, 0xFF, 0, 0, 0, 0x61]
    let recording = DocumentRecording(of: Self.document(stream))
    #expect(recording.fields() == ["Jan", "Truus de Mier", "BSN 999990019"])
    #expect(recording.outcome == "ppt malformed")
  }

  @Test func `reads what PowerPoint 95 keeps of its slides`() {
    var file = CompoundFileBuilder()
    file.add("PowerPoint Document", bytes: [3, 0, 0, 0, 0xFF, 0xFF, 0, 0])
    file.add("Text_Content", bytes: [0x4A, 0x6F, 0x73, 0xE9] + Array("\rTweede dia\r".utf8))
    let recording = DocumentRecording(of: file.build())
    #expect(recording.fields() == ["José", "Tweede dia"])
    #expect(recording.outcome == "ppt text-in-binary")
  }

  @Test func `reads the form of PowerPoint 97 that lies in one of 95`() {
    var file = CompoundFileBuilder()
    file.add("PowerPoint Document", bytes: [3, 0, 0, 0, 0xFF, 0xFF, 0, 0])
    file.add("Text_Content", bytes: Array("Van 95".utf8))
    file.add(
      "PP97_DUALSTORAGE", "PowerPoint Document",
      bytes: Self.record(0x03EE, version: 15, Self.record(0x0FA8, Array("Van 97".utf8))))
    #expect(DocumentRecording(of: file.build()).fields() == ["Van 97"])
  }

  @Test func `gives descriptions of shapes and letters that are drawn`() {
    let text = "Foto van Truus\0".utf16.flatMap(\.littleBytes)
    let properties =
      UInt16(0x0004).littleBytes + UInt32(5).littleBytes
      + UInt16(0x8381).littleBytes + UInt32(text.count).littleBytes + text
    let stream = Self.record(0xF00B, version: 3, instance: 2, properties)
    #expect(DocumentRecording(of: Self.document(stream)).fields() == ["Foto van Truus"])
  }

  @Test func `takes objects out of the stream`() {
    let text = Array("Jan de Wit woont in Goes en nergens anders".utf8)
    let stream = Self.record(0x1011, text) + Self.record(0x1011, instance: 1, [9, 0, 0, 0, 1, 2])
    let recording = DocumentRecording(of: Self.document(stream))
    #expect(recording.text(at: "object 1").contains("Jan de Wit"))
    #expect(recording.missing == ["malformed object 2"])
  }

  @Test func `takes pictures as members`() {
    let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 1, count: 40)
    let pictures = Self.record(
      0xF01D, instance: 0x46A, [UInt8](repeating: 9, count: 16) + [0xFF] + picture)
    let recording = DocumentRecording(of: Self.document([], pictures: pictures))
    #expect(recording.members.contains { $0.hasPrefix("picture 1 jpeg") })
  }

  @Test func `says that a presentation is encrypted`() {
    var file = CompoundFileBuilder()
    file.add("PowerPoint Document", bytes: Self.record(0x0FF5, [UInt8](repeating: 0, count: 32)))
    #expect(DocumentRecording(of: file.build()).outcome == "ppt encrypted")
  }

  @Test func `does not fail where the last edit breaks off`() {
    let stream = Self.record(0x0FA8, Array("Dia".utf8)) + Self.record(0x0FF5, [1, 2, 3])
    #expect(DocumentRecording(of: Self.document(stream)).fields() == ["Dia"])
  }

  @Test func `does not follow records that lie too deep in each other`() {
    var stream = Self.record(0x0FA8, Array("diep".utf8))
    for _ in 0..<500 { stream = Self.record(0x03EE, version: 15, stream) }
    #expect(DocumentRecording(of: Self.document(stream)).outcome == "ppt malformed")
  }

  @Test func `does not fail on any front of a presentation`() throws {
    let document = ForeignFile.bytes("powerpoint/slides.ppt")
    for count in stride(from: 0, to: document.count, by: 61) {
      #expect(DocumentRecording(of: Array(document[..<count])).faults.isEmpty)
    }
  }

  @Test func `does not fail where single bytes are others`() throws {
    let document = ForeignFile.bytes("powerpoint/slides.ppt")
    var random = SplitMix(seed: 5)
    for _ in 0..<300 {
      var broken = document
      for _ in 0..<8 {
        broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: broken).faults.isEmpty)
    }
  }

  /// A presentation with `count` slides, each of which skips the others and holds the one text at the
  /// end of the stream.
  private static func overlapping(count: Int, text: [UInt8]) -> [UInt8] {
    var texts: [UInt8] = []
    for id in 1...count {
      texts += record(0x03F3, UInt32(id).littleBytes + [UInt8](repeating: 0, count: 16))
    }
    var stream = record(0x03E8, version: 15, record(0x0FF0, version: 15, texts))
    let directory = stream.count
    let pages = directory + 8 + 8 * (count + 1) + 8 + 28
    var places = UInt32(0).littleBytes
    places = (UInt32(1) << 20).littleBytes + places
    for id in 1...count {
      places += (UInt32(1) << 20 | UInt32(id)).littleBytes
      places += UInt32(pages + 16 * (id - 1)).littleBytes
    }
    stream += record(0x1772, places)
    let edit: [UInt32] = [0, 0, 0, UInt32(directory), 0, 0, 0]
    stream += record(0x0FF5, edit.flatMap(\.littleBytes))
    for index in 0..<count {
      let rest = 16 * (count - 1 - index)
      stream += UInt16(15).littleBytes + UInt16(0x03EE).littleBytes
      stream += UInt32(8 + rest + 8 + text.count).littleBytes
      stream += UInt16(0).littleBytes + UInt16(1).littleBytes + UInt32(rest).littleBytes
    }
    return stream + record(0x0FA8, text)
  }

  @Test func `does not read a text again and again for pages that share it`() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 2000)
    let few = DocumentRecording(of: Self.document(Self.overlapping(count: 2, text: text)))
    #expect(few.allFields.map(\.utf8.count) == [2000, 2000])
    #expect(few.outcome == "ppt complete")
    let many = DocumentRecording(of: Self.document(Self.overlapping(count: 200, text: text)))
    #expect(many.allFields.count < 40)
    #expect(many.outcome == "ppt malformed")
  }
}
