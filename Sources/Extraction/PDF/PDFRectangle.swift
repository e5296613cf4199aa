/// A place on a page, such as that of a field.
struct PDFRectangle {
  let left: Double
  let bottom: Double
  let right: Double
  let top: Double

  /// The rectangle of two corners; nil where the numbers are none.
  init?(_ numbers: [Double]) {
    guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
    left = min(numbers[0], numbers[2])
    bottom = min(numbers[1], numbers[3])
    right = max(numbers[0], numbers[2])
    top = max(numbers[1], numbers[3])
  }

  var width: Double { right - left }
  var height: Double { top - bottom }

  /// Whether a line of text with this base stands beside it.
  func isBeside(_ base: Double, _ height: Double) -> Bool {
    base > bottom - 0.4 * height && base < top - 0.2 * height
  }

  /// Whether the middle of one of them is at the height of the other.
  func isBeside(_ other: PDFRectangle) -> Bool {
    let (middle, otherMiddle) = ((bottom + top) / 2, (other.bottom + other.top) / 2)
    return bottom...top ~= otherMiddle || other.bottom...other.top ~= middle
  }
}
