/// Domain labels with letters beyond ASCII, as they travel: RFC 3492.
enum Punycode {
  /// The label whose encoded form, without `xn--`, is `encoded`; nil for what encodes nothing.
  static func decode(_ encoded: Substring) -> String? {
    let bytes = Array(encoded.utf8)
    let delimiter = bytes.lastIndex(of: UInt8(ascii: "-"))
    var output = bytes.prefix(delimiter ?? 0).map { Unicode.Scalar($0) }
    guard output.allSatisfy(\.isASCII) else { return nil }
    var position = delimiter.map { $0 + 1 } ?? 0
    var scalar = 128
    var index = 0
    var bias = 72
    while position < bytes.count {
      let oldIndex = index
      var weight = 1
      var step = base
      while true {
        guard position < bytes.count, let digit = digit(bytes[position]) else { return nil }
        position += 1
        index += digit * weight
        guard index < 1 << 40 else { return nil }
        let limit = min(max(step - bias, 1), 26)
        if digit < limit { break }
        weight *= base - limit
        step += base
        guard weight < 1 << 40 else { return nil }
      }
      let count = output.count + 1
      bias = adaptedBias(index - oldIndex, count: count, isFirst: oldIndex == 0)
      scalar += index / count
      index %= count
      guard let decoded = UInt32(exactly: scalar).flatMap(Unicode.Scalar.init) else { return nil }
      output.insert(decoded, at: index)
      index += 1
    }
    var label = ""
    label.unicodeScalars.append(contentsOf: output)
    return label
  }

  private static let base = 36

  private static func digit(_ byte: UInt8) -> Int? {
    if byte.isASCIIDigit { return byte.digitValue + 26 }
    return byte.isASCIILetter ? Int(byte.asciiLowercased - UInt8(ascii: "a")) : nil
  }

  private static func adaptedBias(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > 455 {
      delta /= 35
      bias += base
    }
    return bias + 36 * delta / (delta + 38)
  }
}
