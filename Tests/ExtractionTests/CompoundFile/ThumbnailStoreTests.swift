import Testing

@Suite struct ThumbnailStoreTests {
  private static let picture = ForeignFile.bytes("images/metadata.png")

  /// A catalog as Windows XP writes it.
  private static func catalog(_ names: [(number: Int, name: String)]) -> [UInt8] {
    var bytes: [UInt8] = [16, 0, 7, 0]
    for number in [names.count, 96, 96] { bytes += UInt32(number).littleBytes }
    for (number, name) in names {
      let text = name.utf16.flatMap(\.littleBytes) + [0, 0, 0, 0]
      bytes += UInt32(16 + text.count).littleBytes + UInt32(number).littleBytes
      bytes += [UInt8](repeating: 0x11, count: 8) + text
    }
    return bytes
  }

  @Test func `gives the names of the files and the pictures under them`() {
    var builder = CompoundFileBuilder()
    builder.add("Catalog", bytes: Self.catalog([(1, "jan 999990019.jpg"), (21, "groep.jpg")]))
    let header = UInt32(12).littleBytes + UInt32(1).littleBytes
    let entry = header + UInt32(Self.picture.count).littleBytes + Self.picture
    builder.add("1", bytes: entry)
    builder.add("12", bytes: entry)
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.text(at: "") == "jan 999990019.jpg\ngroep.jpg")
    #expect(
      recording.members == [
        "jan 999990019.jpg png complete", "groep.jpg png complete", "ole2 complete",
      ]
    )
  }

  @Test func `gives the pictures that are named by size and hash`() {
    var builder = CompoundFileBuilder()
    let header = UInt32(24).littleBytes + [UInt8](repeating: 3, count: 20)
    builder.add("256_77542598845832bd", bytes: header + Self.picture)
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.members == ["256_77542598845832bd png complete", "ole2 complete"])
  }

  @Test func `says where a picture is none, and outlives bytes that were changed anywhere`() {
    var builder = CompoundFileBuilder()
    builder.add("Catalog", bytes: Self.catalog([(1, "jan.jpg")]))
    builder.add("1", bytes: [200, 0, 0, 0, 1, 2, 3, 0xFF, 9, 0xFE])
    let file = builder.build()
    #expect(DocumentRecording(of: file).outcome == "ole2 text-in-binary")
    var random = SplitMix(seed: 3)
    for position in file.indices {
      var bytes = file
      bytes[position] = UInt8.random(in: 0...255, using: &random)
      #expect(DocumentRecording(of: bytes).faults.isEmpty)
    }
  }
}
