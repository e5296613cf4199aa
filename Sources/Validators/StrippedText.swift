/// A candidate without its separators: ASCII digits and upper-case letters, kept on the stack.
///
/// `count` goes on past what `bytes` can hold, so a candidate that is too long has a wrong length
/// and is never cut. Read `bytes` below `min(count, capacity)` only.
struct StrippedText {
  static let capacity = 40

  private(set) var bytes = InlineArray<40, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Nothing but digits and separators stood in the candidate.
  private(set) var isAllDigits = true
  /// Nothing but letters, digits and separators stood in the candidate.
  private(set) var isAlphanumeric = true

  /// What may stand between the characters of a number.
  enum Separators {
    /// Spaces, also those of word processors.
    case spaces
    /// Spaces, `.`, `/`, hyphens and dashes, and what wrapping and quoting put in: line ends, tabs and
    /// `>`.
    case any
  }

  init(_ text: Span<UInt8>, without separators: Separators = .any) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte.isASCIIDigit {
        append(byte)
      } else if byte.isASCIILetter {
        isAllDigits = false
        append(byte.asciiUppercased)
      } else {
        var length = text.spaceLength(at: index)
        if length == 0, separators == .any {
          length = Self.isMark(byte) ? 1 : text.dashLength(at: index)
        }
        if length == 0 {
          isAllDigits = false
          isAlphanumeric = false
        }
        index += max(length, 1)
        continue
      }
      index += 1
    }
  }

  /// The same characters with zeros in front, up to `length` of them.
  func padded(to length: Int) -> StrippedText {
    guard count < length, length <= Self.capacity else { return self }
    var result = self
    let shift = length - count
    for index in 0..<length {
      result.bytes[index] = index < shift ? UInt8(ascii: "0") : bytes[index - shift]
    }
    result.count = length
    return result
  }

  /// The value of the digits in `range`, at most 18 of them.
  func value(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range { value = value * 10 + bytes[index].digitValue }
    return value
  }

  /// Whether the characters in `range` are digits.
  func isDigits(_ range: Range<Int>) -> Bool {
    for index in range where !bytes[index].isASCIIDigit { return false }
    return true
  }

  /// Whether the characters in `range` are letters.
  func isLetters(_ range: Range<Int>) -> Bool {
    for index in range where !bytes[index].isASCIILetter { return false }
    return true
  }

  /// Whether the characters are all the same one, as in values that stand for none.
  var isOneCharacterRepeated: Bool {
    for index in 1..<max(1, min(count, Self.capacity)) where bytes[index] != bytes[0] {
      return false
    }
    return true
  }

  /// The characters as an array.
  var array: [UInt8] {
    let length = min(count, Self.capacity)
    var array: [UInt8] = []
    array.append(addingCapacity: length) { output in
      for index in 0..<length { output.append(bytes[index]) }
    }
    return array
  }

  private mutating func append(_ byte: UInt8) {
    if count < Self.capacity { bytes[count] = byte }
    count += 1
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "\n"),
      UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: ">"):
      true
    default: false
    }
  }
}
