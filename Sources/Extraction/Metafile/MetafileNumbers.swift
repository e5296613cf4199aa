extension Span<UInt8> {
  /// The signed number in the two bytes at `position`, if they are there.
  func littleInt16(at position: Int) -> Int? {
    littleUInt16(at: position).map { Int(Int16(truncatingIfNeeded: $0)) }
  }

  /// The binary fraction in the four bytes at `position`, if it is there and finite.
  func littleFloat(at position: Int) -> Double? {
    guard let bits = littleUInt32(at: position) else { return nil }
    let number = Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    return number.isFinite ? number : nil
  }

  /// The transformation in the 24 bytes at `position`.
  func matrix(at position: Int) -> PDFMatrix? {
    var numbers: [Double] = []
    for index in 0..<6 {
      guard let number = littleFloat(at: position + 4 * index) else { return nil }
      numbers.append(number)
    }
    return PDFMatrix(
      a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }
}
