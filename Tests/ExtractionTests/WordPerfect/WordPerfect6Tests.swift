import Extraction
import Testing

/// The bytes are written as the file format of WordPerfect 6.0 says; `wpd2text` of libwpd 0.10.3 reads the
/// same text out of them.
@Suite struct WordPerfect6Tests {
  @Test func `reads paragraphs, and the lines of one as one`() {
    let document = document([
      "Uw", [0x80], "BSN", [0xCF], "is", [0x81], "111222333.", [0xCC], "Ren", [0x0F], [0xCC],
      "per", [0x83], [0xCF], "soon", [0xD0, 4, 8, 0, 0, 8, 0, 0xD0], [0xF0, 72, 4, 0xF0],
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.fields() == ["Uw BSN is\u{A0}111222333.", "René", "persoon", "€"])
    #expect(recording.outcome == "wpd complete")
    #expect(recording.faults == [])
  }

  @Test func `headers, notes and comments lie in packets`() {
    let document = document(
      [
        function(0xD6, 0, packets: [1]), "Tekst", function(0xD7, 0, packets: [2]), "1",
        function(0xD7, 1), [0x80], "verder", function(0xD4, 0x1D, packets: [3]),
        function(0xDF, 0, packets: [5]),
      ],
      packets: [
        (8, text("Kop")), (8, text("Noot")), (0x1B, [1, 0, 4, 0, 0]), (8, text("Letop")),
        (8, text("Kader")), (8, text("Los")),
      ])
    let recording = DocumentRecording(of: document)
    #expect(recording.fields() == ["Tekst verder"])
    #expect(recording.fields(at: "header") == ["Kop"])
    #expect(recording.fields(at: "footnotes") == ["Noot"])
    #expect(recording.fields(at: "comments") == ["Letop"])
    #expect(recording.fields(at: "text-boxes") == ["Kader"])
    #expect(recording.fields(at: "hidden-text") == ["Los"])
    #expect(recording.outcome == "wpd complete")
  }

  @Test func `cells have the label of their column`() {
    let document = document([
      [0xC5], "Naam", [0xC6], "BSN", [0xC5], "Jansen", [0xC6], "111222333", [0xBF], "Einde",
    ])
    #expect(
      DocumentRecording(of: document).fields() == [
        "Naam", "BSN", "Naam=Jansen", "BSN=111222333", "Einde",
      ])
  }

  @Test func `text that was deleted and can be brought back is read apart`() {
    let document = document([
      "Blijft", [0xF1, 0, 1, 0, 0xF1], "Weg", [0xF1, 1, 1, 0, 0xF1], [0x80], "staan",
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.fields() == ["Blijft staan"])
    #expect(recording.fields(at: "deleted-text") == ["Weg"])
  }

  @Test func `the summary has names`() {
    var entry: [UInt8] = [0, 0, 5, 0, 0, 0, 0, 0] + wide("Jansen")
    entry[0] = UInt8(entry.count)
    let recording = DocumentRecording(of: document(["Tekst"], packets: [(0x12, entry)]))
    #expect(recording.fields(at: "properties") == ["Author=Jansen"])
  }

  @Test func `links are read`() {
    let link = wide("http://example.nl")
    let document = document([function(0xD4, 0x21, packets: [1]), "klik"], packets: [(7, link)])
    #expect(DocumentRecording(of: document).fields(at: "links") == ["http://example.nl"])
  }

  @Test func `a document under a password is encrypted`() {
    var document = document(["Tekst"])
    document[12] = 0x12
    #expect(DocumentRecording(of: document).outcome == "wpd encrypted")
  }

  @Test func `packets that lie over each other are read up to the size of the file`() {
    let packets = [(type: UInt8, data: [UInt8])](repeating: (8, text("x")), count: 40)
    var document = document(["Tekst"], packets: packets)
    // Each of them from the first on to the end of the file.
    let first = 16 + 14 * 41
    for number in 1...40 {
      let entry = 16 + 14 * number
      document[entry + 6] = UInt8((document.count - first) & 0xFF)
      document[entry + 7] = UInt8((document.count - first) >> 8)
      document[entry + 10] = UInt8(first & 0xFF)
      document[entry + 11] = UInt8(first >> 8)
    }
    #expect(DocumentRecording(of: document).outcome == "wpd malformed")
  }

  @Test func `no cut of a document ends the reader`() {
    let whole = document(
      ["Tekst", function(0xD7, 0, packets: [1]), [0xF0, 72, 4, 0xF0]], packets: [(8, text("Noot"))])
    for count in 0..<whole.count {
      #expect(DocumentRecording(of: Array(whole.prefix(count))).faults == [])
    }
  }

  private func text(_ text: String) -> [UInt8] {
    [1, 0, 10, 0, 0, 0, UInt8(text.utf8.count), 0, 0, 0] + Array(text.utf8)
  }

  /// Characters of two bytes, and the zero that ends them.
  private func wide(_ text: String) -> [UInt8] {
    shorts(Array(text.utf8) + [0])
  }

  /// Each number in two bytes.
  private func shorts(_ numbers: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in numbers { bytes += [number, 0] }
    return bytes
  }

  /// A function that tells its length, and points to `packets`.
  private func function(_ group: UInt8, _ part: UInt8, packets: [UInt8] = []) -> [UInt8] {
    let ids: [UInt8] =
      packets.isEmpty ? [0] : [0x80, UInt8(packets.count)] + shorts(packets)
    let length = UInt8(ids.count + 9)
    return [group, part, length, 0] + ids + [0, 0, length, 0, group]
  }

  private func document(
    _ parts: [any TextPart], packets: [(type: UInt8, data: [UInt8])] = []
  ) -> [UInt8] {
    let count = packets.count + 1
    var index: [UInt8] = [2, 0, UInt8(count), 0] + [UInt8](repeating: 0, count: 10)
    var data: [UInt8] = []
    for packet in packets {
      let start = 16 + 14 * count + data.count
      index += [0, packet.type, 1, 0, 0, 0, UInt8(packet.data.count), 0, 0, 0]
      index += [UInt8(start & 0xFF), UInt8(start >> 8), 0, 0]
      data += packet.data
    }
    let start = 16 + index.count + data.count
    return [0xFF, 0x57, 0x50, 0x43, UInt8(start & 0xFF), UInt8(start >> 8), 0, 0, 1, 0x0A, 2, 0]
      + [0, 0, 16, 0] + index + data + parts.flatMap(\.bytes)
  }
}
