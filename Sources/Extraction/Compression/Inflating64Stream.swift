import ScanModel

/// The content of a stream that is packed with Deflate64: deflate with a window of 64 KB and longer
/// matches, which zlib does not know.
///
/// Source: RFC 1951; zlib, contrib/infback9, for the codes that differ.
final class Inflating64Stream: UnpackingStream {
  private enum State {
    case header
    case stored(byteCount: Int)
    case codes
    case match(distance: Int, byteCount: Int)
    case ended
  }

  private static let windowByteCount = 1 << 16
  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private let input: PackedInput
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var window = [UInt8](repeating: 0, count: windowByteCount)
  private var byteCount = 0
  private var state = State.header
  private var isLastBlock = false
  private var literals: PrefixCode?
  private var distances: PrefixCode?
  private(set) var failure: PartialReason?

  init(_ stream: any UnpackingStream) {
    input = PackedInput(stream)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    while count < buffer.count, failure == nil {
      switch state {
      case .ended: return count
      case .header: readHeader()
      case .stored(let rest):
        guard rest > 0 else {
          endBlock()
          continue
        }
        guard let byte = take(8) else { break }
        append(UInt8(byte), to: buffer, at: &count)
        state = .stored(byteCount: rest - 1)
      case .codes: readCode(into: buffer, at: &count)
      case .match(let distance, let rest):
        let copied = min(rest, buffer.count - count)
        for _ in 0..<copied {
          let from = (byteCount - distance) & (Self.windowByteCount - 1)
          append(window[from], to: buffer, at: &count)
        }
        state = rest > copied ? .match(distance: distance, byteCount: rest - copied) : .codes
      }
    }
    return count
  }

  private func append(
    _ byte: UInt8, to buffer: UnsafeMutableRawBufferPointer, at count: inout Int
  ) {
    window[byteCount & (Self.windowByteCount - 1)] = byte
    byteCount += 1
    buffer[count] = byte
    count += 1
  }

  private func endBlock() {
    state = isLastBlock ? .ended : .header
  }

  private func fail() {
    failure = failure ?? input.failure ?? .malformed
  }

  // MARK: Codes

  private func readCode(into buffer: UnsafeMutableRawBufferPointer, at count: inout Int) {
    guard let symbol = symbol(literals) else { return }
    switch symbol {
    case 0..<256: append(UInt8(symbol), to: buffer, at: &count)
    case 256: endBlock()
    default:
      guard let length = matchLength(symbol), let code = self.symbol(distances),
        let distance = matchDistance(code)
      else { return fail() }
      guard distance <= min(byteCount, Self.windowByteCount) else { return fail() }
      state = .match(distance: distance, byteCount: length)
    }
  }

  private func matchLength(_ symbol: Int) -> Int? {
    switch symbol {
    case 257...264: return symbol - 254
    case 265...284:
      let extra = (symbol - 261) / 4
      guard let more = take(extra) else { return nil }
      return 3 + (4 + (symbol - 261) % 4) << extra + more
    case 285:
      guard let more = take(16) else { return nil }
      return 3 + more
    default: return nil
    }
  }

  private func matchDistance(_ code: Int) -> Int? {
    guard code >= 4 else { return code + 1 }
    let extra = code / 2 - 1
    guard code < 32, let more = take(extra) else { return nil }
    return 1 + (2 + code % 2) << extra + more
  }

  // MARK: Headers

  private func readHeader() {
    guard let last = take(1), let kind = take(2) else { return }
    isLastBlock = last == 1
    switch kind {
    case 0:
      _ = take(bitCount % 8)
      guard let count = take(16), let inverse = take(16), count ^ inverse == 0xFFFF else {
        return fail()
      }
      state = .stored(byteCount: count)
    case 1:
      var lengths = [UInt8](repeating: 8, count: 288)
      for symbol in 144..<256 { lengths[symbol] = 9 }
      for symbol in 256..<280 { lengths[symbol] = 7 }
      begin(lengths[...], [UInt8](repeating: 5, count: 32)[...])
    case 2: readLengths()
    default: fail()
    }
  }

  private func readLengths() {
    guard let literalCount = take(5), let distanceCount = take(5), let codeCount = take(4) else {
      return
    }
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<codeCount + 4 {
      guard let length = take(3) else { return }
      codeLengths[Self.codeOrder[index]] = UInt8(length)
    }
    guard let code = PrefixCode(lengths: codeLengths[...]) else { return fail() }
    let (literalEnd, end) = (literalCount + 257, literalCount + 257 + distanceCount + 1)
    var lengths: [UInt8] = []
    while lengths.count < end {
      guard let symbol = symbol(code) else { return }
      guard let (length, count) = run(symbol, behind: lengths.last) else { return fail() }
      lengths += repeatElement(length, count: count)
    }
    guard lengths.count == end else { return fail() }
    begin(lengths[..<literalEnd], lengths[literalEnd...])
  }

  /// How often which length is meant by a symbol of the code for lengths.
  private func run(_ symbol: Int, behind last: UInt8?) -> (length: UInt8, count: Int)? {
    switch symbol {
    case 0..<16: return (UInt8(symbol), 1)
    case 16: return last.flatMap { last in take(2).map { (last, 3 + $0) } }
    case 17: return take(3).map { (0, 3 + $0) }
    default: return take(7).map { (0, 11 + $0) }
    }
  }

  private func begin(_ literalLengths: ArraySlice<UInt8>, _ distanceLengths: ArraySlice<UInt8>) {
    guard let literals = PrefixCode(lengths: literalLengths),
      let distances = PrefixCode(lengths: distanceLengths)
    else { return fail() }
    self.literals = literals
    self.distances = distances
    state = .codes
  }

  // MARK: Bits

  /// Has at least `count` bits ready, at most 48, as far as there are so many.
  private func fill(_ count: Int) {
    while bitCount < count, let byte = input.byte() {
      bits |= UInt64(byte) << UInt64(bitCount)
      bitCount += 8
    }
  }

  /// The next bits, the lowest first; nil, with `failure` set, where there are not so many.
  private func take(_ count: Int) -> Int? {
    fill(count)
    guard bitCount >= count else {
      fail()
      return nil
    }
    let value = Int(bits & (1 << UInt64(count) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  private func symbol(_ code: PrefixCode?) -> Int? {
    guard let code else {
      fail()
      return nil
    }
    fill(code.bitCount)
    let entry = code.table[Int(bits) & (code.table.count - 1)]
    let length = Int(entry & 0x0F)
    guard length > 0, length <= bitCount else {
      fail()
      return nil
    }
    bits >>= UInt64(length)
    bitCount -= length
    return Int(entry >> 4)
  }
}
