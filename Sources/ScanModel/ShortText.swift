/// A text of at most 38 bytes, held in words, so that it is copied and compared by words.
struct ShortText: Sendable {
  static let capacity = 38

  /// The bytes of the text, then zeros.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var fifth: UInt32 = 0
  private var last: UInt16 = 0
  private var count: UInt8

  /// Takes a copy of at most `capacity` bytes.
  init(_ text: Span<UInt8>) {
    precondition(text.count <= Self.capacity)
    count = 0
    withUnsafeMutableBytes(of: &self) { bytes in
      text.withUnsafeBytes { bytes.copyMemory(from: $0) }
    }
    count = UInt8(text.count)
  }

  var isASCII: Bool {
    let high = words.0 | words.1 | words.2 | words.3 | UInt64(fifth) | UInt64(last)
    return high & 0x8080_8080_8080_8080 == 0
  }

  func hasSameBytes(as other: ShortText) -> Bool {
    words == other.words && fifth == other.fifth && last == other.last && count == other.count
  }

  func read<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    withUnsafeBytes(of: self) { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes[..<Int(count)])
      return text.withMemoryRebound(to: UInt8.self) { body($0.span) }
    }
  }

  /// The bytes with 0xFF behind them, as strings are hashed.
  func readTerminated(_ body: (UnsafeRawBufferPointer) -> Void) {
    var copy = self
    withUnsafeMutableBytes(of: &copy) { bytes in
      bytes[Int(count)] = 0xFF
      body(UnsafeRawBufferPointer(rebasing: bytes[...Int(count)]))
    }
  }
}
