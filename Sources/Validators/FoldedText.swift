/// Texts that differ in case and white space only become equal.
enum FoldedText {
  /// The text in lower case, without white space at its ends and with one space for each run.
  static func fold(_ text: Span<UInt8>) -> [UInt8] {
    let range = text.trimmedRange
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let length = text.whiteSpaceLength(at: index)
      if length == 0 {
        bytes.append(text[index])
      } else if bytes.last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
      }
      index += max(length, 1)
    }
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }
}
