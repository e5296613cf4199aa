/// The digits of a phone number as written, and where its national number lies among them.
struct DialledDigits {
  private(set) var bytes = InlineArray<20, UInt8>(repeating: 0)
  /// The digits behind the country code or the 0 of a Dutch number; nil for numbers of elsewhere.
  private(set) var national: Range<Int>?
  /// The 0 or the `+` in front is missing, as after a spreadsheet.
  private(set) var lacksPrefix = false

  /// Fails where something else than digits, a leading `+`, spaces, dashes, the marks `( ) - . /` and
  /// line ends with the `>` of quoted mail stands in `text`, or more than 20 digits.
  init?(_ text: Span<UInt8>) {
    var count = 0
    var hasPlus = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte.isASCIIDigit {
        guard count < 20 else { return nil }
        bytes[count] = byte
        count += 1
        index += 1
        continue
      }
      let gapLength = max(
        text.lineBreakLength(at: index), text.whiteSpaceLength(at: index),
        text.dashLength(at: index))
      index += max(gapLength, 1)
      if gapLength > 0 { continue }
      switch byte {
      case UInt8(ascii: "+"):
        guard count == 0, !hasPlus else { return nil }
        hasPlus = true
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"):
        continue
      default:
        return nil
      }
    }
    national = nationalRange(count: count, hasPlus: hasPlus)
    guard national == nil, !hasPlus else { return }
    national = unprefixedRange(count: count)
    lacksPrefix = national != nil
  }

  /// The value of the digits in `range`.
  func value(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range { value = value * 10 + bytes[index].digitValue }
    return value
  }

  private func nationalRange(count: Int, hasPlus: Bool) -> Range<Int>? {
    let zero = UInt8(ascii: "0")
    var start = 0
    if !hasPlus {
      guard count > 2, bytes[0] == zero else { return nil }
      start = bytes[1] == zero ? 2 : 1
    }
    if hasPlus || start == 2 {
      guard count > start + 3, value(start..<start + 2) == 31 else { return nil }
      start += 2
      // The 0 of `+31 (0)20`, which is not dialled.
      if bytes[start] == zero { start += 1 }
    }
    return bytes[start] == zero ? nil : start..<count
  }

  /// The nine digits of a number that lost its 0, or its `+` before 31.
  private func unprefixedRange(count: Int) -> Range<Int>? {
    let start = count == 11 && value(0..<2) == 31 ? 2 : 0
    return count - start == 9 && bytes[start] != UInt8(ascii: "0") ? start..<count : nil
  }
}
