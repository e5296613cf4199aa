/// A number as a cell stores it: its decimal digits and where the point stands.
struct CellDecimal {
  /// The digits that a spreadsheet knows of a number.
  private static let digitCount = 15

  private(set) var isNegative = false
  /// The significant digits as a number, of 18 digits at most.
  private var mantissa: UInt64 = 0
  private var exponent = 0

  /// Reads `-12.5E+3` and the like; nil for anything else.
  ///
  /// Of a fraction with more digits than tell two numbers apart, those count that do: Excel writes 17,
  /// also of 38.7 (`38.700000000000003`).
  init?(_ bytes: Span<UInt8>) {
    self.init(written: bytes)
    guard mantissa >= 10_000_000_000_000_000, exponent < 0, bytes.count <= 64,
      let number = Double(String(decoding: bytes.bytes(0..<bytes.count), as: UTF8.self)),
      let shortest = CellDecimal(number)
    else { return }
    self = shortest
  }

  private init?(written bytes: Span<UInt8>) {
    var position = 0
    if position < bytes.count, bytes[position] == 0x2D || bytes[position] == 0x2B {
      isNegative = bytes[position] == 0x2D
      position += 1
    }
    var hasPoint = false
    var hasDigit = false
    scan: while position < bytes.count {
      switch bytes[position] {
      case 0x30...0x39:
        hasDigit = true
        take(digit: bytes[position] - 0x30, isFraction: hasPoint)
      case 0x2E where !hasPoint: hasPoint = true
      case 0x45, 0x65:
        guard hasDigit, let power = Self.exponent(bytes, from: position + 1) else { return nil }
        exponent += power
        break scan
      default: return nil
      }
      position += 1
    }
    guard hasDigit else { return nil }
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    if mantissa == 0 { exponent = 0 }
  }

  /// Reads a number that is stored as such.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    self.init(written: Array(number.description.utf8).span)
  }

  private mutating func take(digit: UInt8, isFraction: Bool) {
    if mantissa < 100_000_000_000_000_000 {
      mantissa = mantissa * 10 + UInt64(digit)
      if isFraction { exponent -= 1 }
    } else if !isFraction {
      exponent += 1
    }
  }

  private static func exponent(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    guard position < bytes.count else { return nil }
    let isNegative = bytes[position] == 0x2D
    if isNegative || bytes[position] == 0x2B { position += 1 }
    guard position < bytes.count, bytes.count - position <= 4 else { return nil }
    var power = 0
    while position < bytes.count {
      guard (0x30...0x39).contains(bytes[position]) else { return nil }
      power = power * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return isNegative ? -power : power
  }

  var value: Double {
    var value = Double(mantissa)
    var power = min(max(exponent, -400), 400)
    while power > 0 {
      value *= 10
      power -= 1
    }
    // Divided once, so that nothing is lost where the divisor is exact.
    var divisor = 1.0
    while power < 0 {
      divisor *= 10
      power += 1
    }
    value /= divisor
    return isNegative ? -value : value
  }

  /// The digits of a whole number that is not too large to be one of somebody or something.
  var wholeDigits: [UInt8]? {
    guard exponent >= 0, exponent <= 16 else { return nil }
    var digits = Array(String(mantissa).utf8)
    digits.append(contentsOf: repeatElement(0x30, count: exponent))
    return digits.count <= 16 ? digits : nil
  }

  /// The number as it is written without an exponent; nil where it is too large or too small for that.
  ///
  /// It is rounded to 15 digits where that rids it of what binary fractions add (`0.30000000000000004`).
  var plain: [UInt8]? {
    var rounded = self
    rounded.round()
    return wholeDigits == nil && rounded.mantissa < 10_000_000_000_000 ? rounded.digits : digits
  }

  /// All of its digits, with a point where they need one; nil for a number that is large or tiny.
  var digits: [UInt8]? {
    guard let digits = wholeDigits else { return fraction }
    return (isNegative && mantissa != 0 ? [0x2D] : []) + digits
  }

  /// A number of many digits that is tiny, as most programs write it: `1.23456E-05`; nil for others.
  var scientific: [UInt8]? {
    let digits = Array(String(mantissa).utf8)
    let power = digits.count - 1 + exponent
    guard digits.count >= 5, power <= -5 else { return nil }
    let sign = isNegative ? "-" : ""
    let zero = power > -10 ? "0" : ""
    return Array(sign.utf8) + [digits[0], 0x2E] + digits[1...] + Array("E-\(zero)\(-power)".utf8)
  }

  /// The number rounded to 15 digits, where it has more and is written with a point; nil elsewhere.
  var rounded: [UInt8]? {
    var rounded = self
    rounded.round()
    guard rounded.mantissa != mantissa, exponent < 0 else { return nil }
    return rounded.fraction
  }

  private var fraction: [UInt8]? {
    guard exponent <= 0, exponent > -30 else { return nil }
    let digits = Array(String(mantissa).utf8)
    var text: [UInt8] = isNegative ? [0x2D] : []
    let wholeCount = digits.count + exponent
    if wholeCount > 0 {
      text.append(contentsOf: digits[..<wholeCount])
    } else {
      text.append(0x30)
    }
    guard exponent < 0 else { return text }
    text.append(0x2E)
    text.append(contentsOf: repeatElement(0x30, count: max(-wholeCount, 0)))
    text.append(contentsOf: digits[max(wholeCount, 0)...])
    return text
  }

  private mutating func round() {
    var last: UInt64 = 0
    var limit: UInt64 = 1
    for _ in 0..<Self.digitCount { limit *= 10 }
    guard mantissa >= limit else { return }
    while mantissa >= limit {
      last = mantissa % 10
      mantissa /= 10
      exponent += 1
    }
    if last >= 5 { mantissa += 1 }
    while mantissa != 0, mantissa % 10 == 0, exponent < 0 {
      mantissa /= 10
      exponent += 1
    }
  }
}
