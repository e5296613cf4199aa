/// The data of a file of SPSS in units of eight bytes, unpacked as they are asked for.
///
/// Source: PSPP developers guide, System File Format, Data Record and ZLIB Compressed Data.
struct SPSSUnits: ~Copyable {
  /// Why there is no more.
  enum End {
    case whole
    /// The data breaks off or cannot be unpacked.
    case broken
    /// The file may not unpack to so much.
    case overLimit
  }

  private static let pieceByteCount = 64 << 10
  private static let spaces: UInt64 = 0x2020_2020_2020_2020

  private let header: SPSSHeader
  private let end: Int
  private let context: ExtractionContext
  private var position: Int
  private var inflater = StreamInflater(.zlib)
  private var piece: [UInt8] = []
  private var piecePosition = 0
  private var commands: UInt64 = 0
  private var commandCount = 0
  /// Set where there is no more.
  private(set) var ending: End?

  init(_ header: SPSSHeader, _ bytes: Span<UInt8>, from start: Int, _ context: ExtractionContext) {
    self.header = header
    self.context = context
    guard header.packing == .zlib else {
      position = start
      end = bytes.count
      return
    }
    // Behind a header of its own, and before a table of its pieces.
    position = start + 24
    let stated = bytes.integer(at: start + 8, byteCount: 8, header.order) ?? bytes.count
    end = stated > position ? min(stated, bytes.count) : bytes.count
  }

  /// The next unit, its first byte the lowest; nil at the end.
  mutating func next(_ bytes: Span<UInt8>) -> UInt64? {
    guard ending == nil else { return nil }
    guard header.packing != .none else { return stored(bytes) }
    while true {
      if commandCount == 0 {
        guard let next = stored(bytes) else { return nil }
        commands = next
        commandCount = 8
      }
      let command = UInt8(truncatingIfNeeded: commands)
      commands >>= 8
      commandCount -= 1
      switch command {
      case 0: continue
      case 252:
        ending = .whole
        return nil
      case 253: return stored(bytes)
      case 254: return Self.spaces
      case 255: return SPSSNumber.bits(SPSSNumber.missing, header.order)
      default: return SPSSNumber.bits(Double(command) - header.bias, header.order)
      }
    }
  }

  /// The next eight bytes as they are stored, or unpacked by zlib.
  private mutating func stored(_ bytes: Span<UInt8>) -> UInt64? {
    guard header.packing == .zlib else {
      guard position + 8 <= end else {
        ending = position < end ? .broken : .whole
        return nil
      }
      defer { position += 8 }
      return bytes.littleEndianBits64(at: position)
    }
    if piecePosition + 8 > piece.count { unpackPiece(bytes) }
    guard piecePosition + 8 <= piece.count else {
      if ending == nil { ending = piecePosition < piece.count ? .broken : .whole }
      return nil
    }
    defer { piecePosition += 8 }
    return piece.span.littleEndianBits64(at: piecePosition)
  }

  /// Unpacks the next piece behind what is left of the last one.
  private mutating func unpackPiece(_ bytes: Span<UInt8>) {
    piece.removeSubrange(..<piecePosition)
    piecePosition = 0
    guard position <= end else { return }
    let packed = bytes.extracting(position..<end)
    while piece.count < 8 {
      if inflater.status == .ended, inflater.position < packed.count { inflater.restart() }
      guard inflater.status == .going else { break }
      let count = piece.count
      piece.append(addingCapacity: Self.pieceByteCount) { free in
        free.withUnsafeMutableBufferPointer { buffer, written in
          written = inflater.inflate(packed, into: UnsafeMutableRawBufferPointer(buffer))
        }
      }
      guard context.spend(unpacked: piece.count - count) else { return ending = .overLimit }
    }
    if inflater.status == .broken { ending = .broken }
  }
}
