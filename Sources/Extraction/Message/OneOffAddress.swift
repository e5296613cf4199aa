/// An address that stands in an entry identifier itself, as for those outside of the organization.
///
/// Source: MS-OXCDATA 2.2.5.1.
enum OneOffAddress {
  private static let mark: [16 of UInt8] = [
    0x81, 0x2B, 0x1F, 0xA4, 0xBE, 0xA3, 0x10, 0x19, 0x9D, 0x6E, 0x00, 0xDD, 0x01, 0x0F, 0x54, 0x02,
  ]
  private static let countLimit = 1000

  /// The names and addresses in all such identifiers in `bytes`.
  static func texts(in bytes: Span<UInt8>, _ decoder: inout MAPITextDecoder) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var position = 0
    while position + 20 < bytes.count, texts.count < countLimit {
      guard isMark(bytes, at: position) else {
        position += 1
        continue
      }
      let isUnicode = bytes[position + 19] & 0x80 != 0
      position += 20
      // The name, the kind of address, the address.
      for part in 0..<3 {
        let end = bytes.endOfText(from: position, isUnicode: isUnicode)
        let text = bytes.extracting(position..<end)
        if part != 1, !text.isEmpty {
          texts.append(decoder.decode(text, isUnicode: isUnicode))
        }
        position = min(end + (isUnicode ? 2 : 1), bytes.count)
      }
    }
    return texts
  }

  private static func isMark(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    for index in mark.indices where bytes[position + index] != mark[index] { return false }
    return true
  }
}

extension Span<UInt8> {
  /// The NUL that ends the text at `start`, or the end of the bytes.
  fileprivate func endOfText(from start: Int, isUnicode: Bool) -> Int {
    let width = isUnicode ? 2 : 1
    var position = start
    while position + width <= count {
      if self[position] == 0, !isUnicode || self[position + 1] == 0 { return position }
      position += width
    }
    return count
  }
}
