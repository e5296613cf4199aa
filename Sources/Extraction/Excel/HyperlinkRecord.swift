/// Reads where a hyperlink leads.
///
/// Source: MS-XLS 2.4.140, MS-OSHARED 2.3.7.1.
enum HyperlinkRecord {
  private static let urlMoniker: [16 of UInt8] = [
    0xE0, 0xC9, 0xEA, 0x79, 0xF9, 0xBA, 0xCE, 0x11, 0x8C, 0x82, 0x00, 0xAA, 0x00, 0x4B, 0xA9, 0x0B,
  ]
  private static let fileMoniker: [16 of UInt8] = [
    0x03, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46,
  ]

  /// The texts of the link in `body`: what is shown, the address, the place there.
  static func texts(_ body: Span<UInt8>) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    // Behind the cells, the class of the object and its version.
    guard let flags = body.littleUInt32(at: 28) else { return [] }
    var position = 32
    if flags & 0x10 != 0 { texts.add(counted(body, &position)) }
    if flags & 0x80 != 0 { _ = counted(body, &position) }
    if flags & 0x01 != 0 {
      texts.add(
        flags & 0x100 != 0 ? counted(body, &position) : moniker(body, &position))
    }
    if flags & 0x08 != 0 { texts.add(counted(body, &position)) }
    return texts
  }

  /// A text in UTF-16 that begins with its count of characters.
  private static func counted(_ body: Span<UInt8>, _ position: inout Int) -> [UInt8] {
    guard let count = body.littleUInt32(at: position) else {
      position = body.count
      return []
    }
    defer { position += 4 + 2 * count }
    return wide(body, position + 4..<position + 4 + 2 * count)
  }

  private static func moniker(_ body: Span<UInt8>, _ position: inout Int) -> [UInt8] {
    defer { position = min(position, body.count) }
    let start = position
    position += 16
    if body.has(urlMoniker, at: start) {
      guard let byteCount = body.littleUInt32(at: position) else { return [] }
      position += 4 + byteCount
      return wide(body, position - byteCount..<position)
    }
    guard body.has(fileMoniker, at: start), let count = body.littleUInt32(at: position + 2) else {
      position = body.count
      return []
    }
    position += 6
    let path = position..<position + count
    position += count + 24
    guard let extraByteCount = body.littleUInt32(at: position) else { return narrow(body, path) }
    position += 4
    guard extraByteCount > 0, let byteCount = body.littleUInt32(at: position) else {
      return narrow(body, path)
    }
    let start16 = position + 6
    position += extraByteCount
    return wide(body, start16..<start16 + byteCount)
  }

  /// Text in UTF-16 up to a NUL.
  private static func wide(_ body: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let part = body.extracting(body.inside(range))
    var end = 0
    while let unit = part.littleUInt16(at: end), unit != 0 { end += 2 }
    var text: [UInt8] = []
    part.appendCharacters(0..<end, width: 2, to: &text)
    return text
  }

  private static func narrow(_ body: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let part = body.extracting(body.inside(range))
    var end = 0
    while end < part.count, part[end] != 0 { end += 1 }
    var text: [UInt8] = []
    _ = Windows1252.decode(part.extracting(0..<end), into: &text)
    return text
  }
}

extension [[UInt8]] {
  fileprivate mutating func add(_ text: [UInt8]) {
    if !text.isEmpty { append(text) }
  }
}

extension Span<UInt8> {
  fileprivate func has(_ other: [16 of UInt8], at position: Int) -> Bool {
    guard position >= 0, position <= count - 16 else { return false }
    for index in other.indices where self[position + index] != other[index] { return false }
    return true
  }
}
