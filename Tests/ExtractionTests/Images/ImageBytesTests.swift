import Testing

/// Images that were built by hand.
@Suite struct ImageBytesTests {
  private static func big(_ number: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// A JPEG with these segments, each with its marker, of 10 by 10 pixels.
  private static func jpeg(_ segments: [(marker: UInt8, content: [UInt8])]) -> [UInt8] {
    let frame: [UInt8] = [8, 0, 10, 0, 10, 1, 1, 0x11, 0]
    var image: [UInt8] = [0xFF, 0xD8]
    for segment in segments + [(0xC0, frame)] {
      image += [0xFF, segment.marker]
      image += big(segment.content.count + 2, 2)
      image += segment.content
    }
    image += [0xFF, 0xD9]
    return image
  }

  private static func png(width: Int, height: Int, _ chunks: [UInt8] = []) -> [UInt8] {
    var header = big(width, 4)
    header += big(height, 4)
    header += [8, 2, 0, 0, 0]
    var image: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    image += chunk("IHDR", header)
    image += chunks
    image += chunk("IEND", [])
    return image
  }

  /// A chunk of PNG, whose checksum nobody looks at.
  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    var chunk = big(content.count, 4)
    chunk += Array(name.utf8)
    chunk += content
    chunk += big(0, 4)
    return chunk
  }

  /// An entry of a directory of TIFF.
  private static func entry(_ tag: Int, type: Int, count: Int, _ value: Int) -> [UInt8] {
    var entry = big(tag, 2)
    entry += big(type, 2)
    entry += big(count, 4)
    entry += big(value, 4)
    return entry
  }

  @Test(arguments: [(400, 250, "needs-ocr"), (399, 250, "complete"), (0, 10, "malformed")])
  func `says that a large picture may hold text`(width: Int, height: Int, outcome: String) {
    let recording = DocumentRecording(of: Self.png(width: width, height: height))
    #expect(recording.outcome == "png \(outcome)")
  }

  @Test func `joins the parts of extended XMP`() {
    let xml = Array("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><d>jan@example.nl</d></x:xmpmeta>".utf8)
    func part(_ range: Range<Int>) -> (UInt8, [UInt8]) {
      var content = Array("http://ns.adobe.com/xmp/extension/\0".utf8)
      content += [UInt8](repeating: 0x41, count: 32)
      content += Self.big(xml.count, 4)
      content += Self.big(range.lowerBound, 4)
      content += xml[range]
      return (0xE1, content)
    }
    let recording = DocumentRecording(of: Self.jpeg([part(0..<45), part(45..<xml.count)]))
    #expect(recording.fields(at: "metadata").contains("xmpmeta.d=jan@example.nl"))
  }

  @Test func `reads comments in Windows-1252`() {
    let recording = DocumentRecording(of: Self.jpeg([(0xFE, [0x4A, 0xF6, 0x72, 0x67])]))
    #expect(recording.fields(at: "metadata") == ["Comment=Jörg"])
  }

  @Test func `reads what comes behind the first image of a file`() {
    let second = Self.jpeg([(0xFE, Array("tweede beeld".utf8))])
    let recording = DocumentRecording(of: Self.jpeg([]) + second)
    #expect(recording.fields(at: "metadata") == ["Comment=tweede beeld"])
  }

  @Test func `reads a GIF whose plain text ends before it begins`() {
    var image = Array("GIF89a".utf8) + [10, 0, 10, 0, 0, 0, 0]
    image += [0x21, 0x01, 0]
    image += [0x21, 0xFE, 3] + Array("jan".utf8) + [0, 0x3B]
    let recording = DocumentRecording(of: image)
    #expect(recording.fields(at: "metadata").contains("Comment=jan"))
  }

  @Test func `follows each directory of TIFF once`() {
    // Two directories, each of which is the next of the other.
    var tiff: [UInt8] = [0x4D, 0x4D, 0, 42]
    tiff += Self.big(8, 4)
    for next in [38, 8] {
      tiff += Self.big(2, 2)
      tiff += Self.entry(0x100, type: 3, count: 1, 10 << 16)
      tiff += Self.entry(0x101, type: 3, count: 1, 10 << 16)
      tiff += Self.big(next, 4)
    }
    let recording = DocumentRecording(of: tiff)
    #expect(recording.outcome == "tiff complete")
    #expect(recording.fields(at: "metadata") == ["PageCount=2"])
  }

  @Test func `does not take the same bytes over and over`() {
    // 5,000 entries that all hold the same text of 60,000 bytes.
    let entryCount = 5_000
    let text = 10 + entryCount * 12 + 4
    var tiff: [UInt8] = [0x4D, 0x4D, 0, 42]
    tiff += Self.big(8, 4)
    tiff += Self.big(entryCount, 2)
    for _ in 0..<entryCount { tiff += Self.entry(0x10E, type: 2, count: 60_000, text) }
    tiff += Self.big(0, 4)
    tiff += [UInt8](repeating: 0x61, count: 60_000)
    let recording = DocumentRecording(of: tiff)
    #expect(recording.text(at: "metadata").utf8.count < tiff.count * 2 + (2 << 20))
    #expect(recording.missing == ["limit metadata"])
  }

  @Test func `books a text of PNG that cannot be unpacked`() {
    let content = Array("Comment\0\0".utf8) + [0x78, 0x9C, 0xFF, 0xFF, 0xFF]
    let image = Self.png(width: 10, height: 10, Self.chunk("zTXt", content))
    let recording = DocumentRecording(of: image)
    #expect(recording.missing == ["malformed metadata"])
    #expect(recording.outcome == "png complete")
  }

  @Test(arguments: ["jpg", "png", "tif", "webp", "heic", "jp2", "gif", "psd", "bmp"])
  func `survives every truncation and many faults`(type: String) {
    let image = ForeignFile.bytes("images/metadata.\(type)")
    #expect(!image.isEmpty)
    for count in stride(from: 0, through: image.count, by: image.count > 4500 ? 3 : 1) {
      #expect(DocumentRecording(of: Array(image[..<count])).faults == [])
    }
    var random = SplitMix(seed: 7)
    for _ in 0..<150 {
      var broken = image
      for _ in 0..<4 {
        broken[Int.random(in: 12..<broken.count, using: &random)] =
          [0, 0xFF, 0x7F, 0x80].randomElement(using: &random) ?? 0
      }
      #expect(DocumentRecording(of: broken).faults == [])
    }
  }
}
