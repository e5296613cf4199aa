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
    var counts = characterCounts
    if counts.isEmpty { counts = [positions.last ?? 0] }

    var header = [UInt8](repeating: 0, count: 1024)
    header.put([UInt16(0xA5EC), version, 0, language, 0, flags].flatMap(\.littleBytes), at: 0)
    header.put(UInt16(14).littleBytes, at: 32)
    header.put(UInt16(22).littleBytes, at: 62)
    header.put(counts.flatMap(\.littleBytes), at: 76)
    header.put(UInt16(93).littleBytes, at: 152)
    header.put([0, UInt32(table.count)].flatMap(\.littleBytes), at: 154 + 8 * 33)
    var file = CompoundFileBuilder()
    file.add("WordDocument", bytes: header + text)
    file.add("1Table", bytes: table)
    return file.build()
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
