/// Decoding of UTF-8 in which stray bytes are Windows-1252.
enum UTF8Decoding {
  /// Appends what `input` holds to `buffer`; returns how many bytes of it were used.
  ///
  /// All are, unless the last character is unfinished and `isLast` does not say that it stays so.
  static func decode(_ input: Span<UInt8>, isLast: Bool, into buffer: inout [UInt8]) -> Int {
    var position = 0
    while position < input.count {
      let (end, isUnfinished) = UTF8Check.validEnd(of: input, from: position)
      buffer.append(input, position..<end)
      position = end
      guard position < input.count else { break }
      if isUnfinished && !isLast { break }
      Windows1252.append(input[position], to: &buffer)
      position += 1
    }
    return position
  }
}
