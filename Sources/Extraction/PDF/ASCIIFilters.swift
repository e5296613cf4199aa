/// Decoding of the filters that write bytes as ASCII.
enum ASCIIFilters {
  static func decodeHex(_ input: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count / 2)
    var high: UInt8?
    for index in input.indices {
      if input[index] == UInt8(ascii: ">") { break }
      guard let digit = input[index].hexDigit else { continue }
      if let first = high {
        output.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let high { output.append(high << 4) }
    return output
  }

  static func decodeBase85(_ input: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count / 5 * 4)
    var group: UInt32 = 0
    var count = 0
    for index in input.indices {
      let byte = input[index]
      if byte == UInt8(ascii: "~") { break }
      if byte == UInt8(ascii: "z"), count == 0 {
        output.append(contentsOf: [0, 0, 0, 0])
        continue
      }
      guard (0x21...0x75).contains(byte) else { continue }
      group = group &* 85 &+ UInt32(byte - 0x21)
      count += 1
      if count == 5 {
        output.append(group, count: 4)
        group = 0
        count = 0
      }
    }
    if count > 1 {
      for _ in count..<5 { group = group &* 85 &+ 84 }
      output.append(group, count: count - 1)
    }
    return output
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ group: UInt32, count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: group >> (24 - 8 * index))) }
  }
}
