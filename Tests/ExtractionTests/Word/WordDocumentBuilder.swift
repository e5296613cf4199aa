/// Writes documents of Word as MS-DOC describes them, with the least that they must have.
struct WordDocumentBuilder {
  /// A piece of the text: the bytes as they lie in the stream.
  enum Piece {
    case narrow([UInt8])
    case wide(String)
  }

  var version: UInt16 = 0xC1
  var flags: UInt16 = 0x200
  var language: UInt16 = 0x413
  /// The characters of the stories: body, footnotes, headers, macros, comments, and so on.
  var characterCounts: [UInt32] = []
  var pieces: [Piece] = []

  /// The bytes of the text that were deleted while changes were tracked.
  var deletion = 0..<0

  /// The text of a second document behind the first.
  var autoText: String?

  /// A document of Word 97 and later, with its table of pieces in the stream `1Table`.
  func build() -> [UInt8] {
    var text: [UInt8] = []
    var positions: [UInt32] = [0]
    var descriptors: [UInt8] = []
    for piece in pieces {
      let start = UInt32(1024 + text.count)
      switch piece {
      case .narrow(let bytes):
        text += bytes
        positions.append((positions.last ?? 0) + UInt32(bytes.count))
        descriptors += [0, 0] + (start * 2 | 0x4000_0000).littleBytes + [0, 0]
      case .wide(let string):
        text += string.utf16.flatMap(\.littleBytes)
        positions.append((positions.last ?? 0) + UInt32(string.utf16.count))
        descriptors += [0, 0] + start.littleBytes + [0, 0]
      }
    }
    let places = positions.flatMap(\.littleBytes) + descriptors
    let table = [2] + UInt32(places.count).littleBytes + places
    let counts = characterCounts.isEmpty ? [positions.last ?? 0] : characterCounts
    var header = self.header(counts, tableStart: 0, tableByteCount: table.count)
    var tables = table
    if let autoText {
      text += [UInt8](repeating: 0, count: -text.count & 511)
      let start = 1024 + text.count
      header.put(UInt16(start / 512).littleBytes, at: 8)
      let characters = autoText.utf16.flatMap(\.littleBytes)
      let count = UInt32(autoText.utf16.count)
      let places =
        [0, count].flatMap(\.littleBytes) + [0, 0]
        + UInt32(start + 1024).littleBytes + [0, 0]
      let table = [2] + UInt32(places.count).littleBytes + places
      text +=
        self.header([count], tableStart: tables.count, tableByteCount: table.count) + characters
      tables += table
    }
    if !deletion.isEmpty {
      // A page with the properties of three runs, of which the second has one: sprmCFRMarkDel.
      text += [UInt8](repeating: 0, count: -text.count & 511)
      let number = UInt32((1024 + text.count) / 512)
      let places = [0, deletion.lowerBound, deletion.upperBound, text.count].map {
        UInt32(1024 + $0)
      }
      var page = [UInt8](repeating: 0, count: 512)
      page.put(places.flatMap(\.littleBytes) + [0, 250, 0], at: 0)
      page.put([3, 0x00, 0x08, 1], at: 500)
      page[511] = 3
      let range = [UInt32(tables.count), 12].flatMap(\.littleBytes)
      header.put(range, at: 154 + 8 * 12)
      tables += [places[0], places[3], number].flatMap(\.littleBytes)
      text += page
    }
    var file = CompoundFileBuilder()
    file.add("WordDocument", bytes: header + text)
    file.add("1Table", bytes: tables)
    return file.build()
  }

  private func header(_ counts: [UInt32], tableStart: Int, tableByteCount: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 1024)
    header.put([UInt16(0xA5EC), version, 0, language, 0, flags].flatMap(\.littleBytes), at: 0)
    header.put(UInt16(14).littleBytes, at: 32)
    header.put(UInt16(22).littleBytes, at: 62)
    header.put(counts.flatMap(\.littleBytes), at: 76)
    header.put(UInt16(93).littleBytes, at: 152)
    let place = [UInt32(tableStart), UInt32(tableByteCount)].flatMap(\.littleBytes)
    header.put(place, at: 154 + 8 * 33)
    return header
  }

  /// A document of Word 6, whose text lies as one.
  func buildOld(_ text: [UInt8]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 0x300)
    header.put([UInt16(0xA5DC), 101, 0, language, 0, flags].flatMap(\.littleBytes), at: 0)
    header.put([0x300, UInt32(0x300 + text.count)].flatMap(\.littleBytes), at: 24)
    header.put(UInt32(text.count).littleBytes, at: 0x34)
    var file = CompoundFileBuilder()
    file.add("WordDocument", bytes: header + text)
    return file.build()
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ bytes: [UInt8], at position: Int) {
    replaceSubrange(position..<position + bytes.count, with: bytes)
  }
}
