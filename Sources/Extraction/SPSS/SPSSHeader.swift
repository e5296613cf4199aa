import ContentTypes

/// What the first record of a data file of SPSS says of the others.
///
/// Source: PSPP developers guide, System File Format, File Header Record.
struct SPSSHeader {
  enum Packing {
    case none
    /// Small whole numbers and spaces take one byte.
    case bytecode
    /// The same, deflated.
    case zlib
  }

  static let byteCount = 176

  let order: ByteOrder
  let packing: Packing
  /// Nil where the file does not say.
  let caseCount: Int?
  /// What is taken off a number in one byte.
  let bias: Double
  /// Where the title lies.
  let label = 109..<173

  /// Nil where these are no bytes of such a file.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= Self.byteCount, bytes.begins(with: "$FL", at: 0) else { return nil }
    switch bytes.integer(at: 64, byteCount: 4, .little) {
    case 2, 3: order = .little
    default: order = .big
    }
    switch bytes.integer(at: 72, byteCount: 4, order) {
    case 0: packing = .none
    case 1: packing = .bytecode
    case 2: packing = .zlib
    default: return nil
    }
    let count = bytes.integer(at: 80, byteCount: 4, order) ?? 0
    caseCount = count < 1 << 31 ? count : nil
    bias = SPSSNumber.double(bytes.littleEndianBits64(at: 84), order)
  }
}
