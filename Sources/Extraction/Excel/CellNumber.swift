/// Writes the numbers of cells as a reader of the sheet would copy them.
enum CellNumber {
  /// Excel keeps and shows so many digits; what stands behind them is noise of the binary fraction.
  private static let digitCount = 15
  /// Numbers with more digits in front of the decimal sign are written with an exponent.
  private static let wholeDigitLimit = 21
  private static let wholeLimit = 0x1p53

  /// Appends the number as `format` shows it; `is1904` is whether days count from 1904.
  static func append(
    _ value: Double, _ format: NumberFormat, is1904: Bool, to text: inout [UInt8]
  ) {
    switch format {
    case .general: break
    case .date, .time, .dateAndTime:
      if CellDate.append(value, format, is1904: is1904, to: &text) { return }
    case .digits(let pattern):
      if value.magnitude < wholeLimit, value == value.rounded(.towardZero) {
        if value < 0 { text.append(UInt8(ascii: "-")) }
        return pattern.append(UInt64(value.magnitude), to: &text)
      }
    }
    append(value, to: &text)
  }

  /// Appends the number: whole ones without an exponent, others with at most 15 digits.
  static func append(_ value: Double, to text: inout [UInt8]) {
    guard value.isFinite else { return }
    if value.magnitude < wholeLimit, value == value.rounded(.towardZero) {
      text.append(contentsOf: Int64(value).description.utf8)
      return
    }
    if value < 0 { text.append(UInt8(ascii: "-")) }
    let description = value.magnitude.description
    var digits: [UInt8] = []
    let pointPosition = digits.takeDecimal(description.utf8)
    append(digits, pointPosition: digits.round(toCount: digitCount, pointPosition), to: &text)
  }

  /// Appends 0.`digits` times ten to the power of `pointPosition`.
  private static func append(
    _ digits: [UInt8], pointPosition: Int, to text: inout [UInt8]
  ) {
    if pointPosition > wholeDigitLimit || pointPosition < -6 {
      text.append(digits.first ?? UInt8(ascii: "0"))
      if digits.count > 1 {
        text.append(UInt8(ascii: "."))
        text.append(contentsOf: digits.dropFirst())
      }
      text.append(UInt8(ascii: "E"))
      text.append(contentsOf: (pointPosition - 1).description.utf8)
      return
    }
    if pointPosition <= 0 {
      text.append(contentsOf: [UInt8(ascii: "0"), UInt8(ascii: ".")])
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -pointPosition))
      text.append(contentsOf: digits)
      return
    }
    text.append(contentsOf: digits.prefix(pointPosition))
    if digits.count > pointPosition {
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: digits.dropFirst(pointPosition))
    } else {
      text.append(
        contentsOf: repeatElement(UInt8(ascii: "0"), count: pointPosition - digits.count))
    }
  }
}

extension [UInt8] {
  /// Takes the digits of a number such as `12.5` or `1.25e-07`, without zeros at their ends; returns
  /// how many of them stand before the point.
  fileprivate mutating func takeDecimal(_ description: String.UTF8View) -> Int {
    var pointPosition: Int?
    var exponent = 0
    var isExponent = false
    var isNegative = false
    for byte in description {
      switch byte {
      case UInt8(ascii: "."): pointPosition = count
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegative = true
      case 0x30...0x39 where isExponent: exponent = exponent * 10 + Int(byte - 0x30)
      case 0x30...0x39: append(byte)
      default: continue
      }
    }
    var position = (pointPosition ?? count) + (isNegative ? -exponent : exponent)
    while first == UInt8(ascii: "0"), count > 1 {
      removeFirst()
      position -= 1
    }
    while last == UInt8(ascii: "0"), count > 1 { removeLast() }
    return position
  }

  /// Rounds the digits to so many, if there are more; returns where the point is then.
  fileprivate mutating func round(toCount digitCount: Int, _ pointPosition: Int) -> Int {
    guard count > digitCount else { return pointPosition }
    let isUp = self[digitCount] >= UInt8(ascii: "5")
    removeLast(count - digitCount)
    var position = pointPosition
    if isUp {
      var index = count - 1
      while index >= 0, self[index] == UInt8(ascii: "9") {
        self[index] = UInt8(ascii: "0")
        index -= 1
      }
      if index >= 0 {
        self[index] += 1
      } else {
        insert(UInt8(ascii: "1"), at: 0)
        position += 1
      }
    }
    while last == UInt8(ascii: "0"), count > 1 { removeLast() }
    return position
  }
}
