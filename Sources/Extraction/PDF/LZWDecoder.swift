/// Decodes the filter LZWDecode.
struct LZWDecoder {
  private let early: Int
  /// For each code the code of its string without the last byte.
  private var prefixes = [UInt16](repeating: 0, count: 4096)
  private var lastBytes = [UInt8](repeating: 0, count: 4096)
  private var lengths = [UInt16](repeating: 1, count: 4096)
  private var next = 258

  /// `changesEarly` says whether codes grow one code early, as they do unless a stream says otherwise.
  init(changesEarly: Bool) {
    early = changesEarly ? 1 : 0
    for code in 0..<256 { lastBytes[code] = UInt8(code) }
  }

  /// The decoded bytes, not many more than `limit`.
  mutating func decode(_ input: Span<UInt8>, limit: Int) -> [UInt8] {
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount = 0
    var width = 9
    var previous = -1
    for index in input.indices {
      bits = bits << 8 | UInt32(input[index])
      bitCount += 8
      guard bitCount >= width else { continue }
      bitCount -= width
      let code = Int(bits >> UInt32(bitCount)) & (1 << width - 1)
      if code == 257 || output.count > limit { return output }
      if code == 256 {
        next = 258
        width = 9
        previous = -1
        continue
      }
      guard code < next || (code == next && previous >= 0) else { return output }
      append(code, after: previous, to: &output)
      previous = code
      width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9
    }
    return output
  }

  private mutating func append(_ code: Int, after previous: Int, to output: inout [UInt8]) {
    if previous >= 0, next < 4096 {
      prefixes[next] = UInt16(previous)
      lengths[next] = lengths[previous] &+ 1
      lastBytes[next] = firstByte(of: code == next ? previous : code)
      next += 1
    }
    let start = output.count
    let length = Int(lengths[code])
    output.append(contentsOf: repeatElement(0, count: length))
    var code = code
    for offset in stride(from: length - 1, through: 0, by: -1) {
      output[start + offset] = lastBytes[code]
      code = Int(prefixes[code])
    }
  }

  private func firstByte(of code: Int) -> UInt8 {
    var code = code
    for _ in 1..<max(2, Int(lengths[code])) where lengths[code] > 1 { code = Int(prefixes[code]) }
    return lastBytes[code]
  }
}
