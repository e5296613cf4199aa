/// What the fields of a form hold beside their text: names, defaults, help and choices.
///
/// They lie in the stream `Data`, each in a block that says it is no picture.
///
/// Source: MS-DOC 2.9.78, 2.9.157.
struct WordFormFields {
  /// The bytes of the header of a block.
  private static let headerByteCount = 0x44
  private static let choiceLimit = 64

  /// Names and the texts that belong to them.
  private(set) var fields: [(name: [UInt8], text: [UInt8])] = []

  init(_ data: Span<UInt8>) {
    var place = 0
    while place + Self.headerByteCount + 10 <= data.count {
      let start = place + Self.headerByteCount
      if data[place + 4] == 0x44, data[place + 5] == 0, data[start] == 0xFF,
        data.littleUInt32(at: start) == 0xFFFF_FFFF, let byteCount = data.littleUInt32(at: place),
        byteCount > Self.headerByteCount, place + byteCount <= data.count
      {
        read(data.extracting(start..<place + byteCount))
        place += byteCount
      } else {
        place += 1
      }
    }
  }

  private mutating func read(_ field: Span<UInt8>) {
    guard let bits = field.littleUInt16(at: 4) else { return }
    let isText = bits & 3 == 0
    var place = 10
    var texts: [[UInt8]] = []
    func takeText() {
      let count = field.littleUInt16(at: place) ?? 0
      var text: [UInt8] = []
      CodePage.utf16.decode(field, place + 2..<place + 2 + 2 * count, into: &text)
      texts.append(text)
      place += 4 + 2 * count
    }
    takeText()
    if isText { takeText() } else { place += 2 }
    // The format, the help, the line of the status bar, two macros.
    for _ in 0..<5 { takeText() }
    if bits & 3 == 2 {
      let choices = min(place, field.count)..<field.count
      texts.append(
        contentsOf: WordTable.texts(field, choices, .windows1252).prefix(Self.choiceLimit))
    }
    let name = texts.removeFirst()
    for text in texts where !text.isEmpty { fields.append((name, text)) }
  }
}
