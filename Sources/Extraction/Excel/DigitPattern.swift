/// The places for digits that a number format has, and what stands between them.
struct DigitPattern: Hashable, Sendable {
  /// A place for a digit, or a byte that is shown as it is.
  enum Element: Hashable, Sendable {
    /// A digit, or 0 where the number has none left.
    case zero
    /// A digit, or nothing.
    case optional
    case literal(UInt8)
  }

  private(set) var elements: [Element] = []
  private var zeroCount = 0
  private var placeCount = 0
  private var isLiteralBetween = false

  /// Whether the pattern shows another text than the number itself.
  var changesNumbers: Bool { zeroCount > 1 || isLiteralBetween }
  var isEmpty: Bool { placeCount == 0 }

  mutating func append(_ element: Element) {
    switch element {
    case .literal: break
    case .zero:
      zeroCount += 1
      fallthrough
    case .optional:
      if placeCount > 0, case .literal = elements.last { isLiteralBetween = true }
      placeCount += 1
    }
    elements.append(element)
  }

  /// Appends the number to `text`, with its digits in their places from the right.
  func append(_ number: UInt64, to text: inout [UInt8]) {
    var shown: [UInt8] = []
    var rest = number
    var placesLeft = placeCount
    for element in elements.reversed() {
      switch element {
      case .literal(let byte):
        shown.append(byte)
      case .zero, .optional:
        placesLeft -= 1
        guard element == .zero || rest > 0 else { continue }
        shown.append(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        while placesLeft == 0, rest > 0 {
          shown.append(UInt8(ascii: "0") + UInt8(rest % 10))
          rest /= 10
        }
      }
    }
    text.append(contentsOf: shown.reversed())
  }
}
