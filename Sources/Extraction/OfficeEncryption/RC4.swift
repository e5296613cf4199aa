/// The stream cipher RC4, with which Office encrypted up to 2003.
struct RC4 {
  private var state: [256 of UInt8]
  private var first: UInt8 = 0
  private var second: UInt8 = 0

  /// `key` has at least one byte.
  init(key: [UInt8]) {
    precondition(!key.isEmpty)
    state = .init { UInt8(truncatingIfNeeded: $0) }
    var other: UInt8 = 0
    for index in 0..<256 {
      other = other &+ state[index] &+ key[index % key.count]
      state.swapAt(index, Int(other))
    }
  }

  /// The next byte of the key stream.
  mutating func next() -> UInt8 {
    first &+= 1
    second &+= state[Int(first)]
    state.swapAt(Int(first), Int(second))
    return state[Int(state[Int(first)] &+ state[Int(second)])]
  }

  /// Decrypts, or encrypts, `bytes` in place.
  mutating func apply(to bytes: inout [UInt8]) {
    for index in bytes.indices { bytes[index] ^= next() }
  }
}
