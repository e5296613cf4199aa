/// The bytes of a row of a data file of SAS, unpacked.
///
/// Source: M. Shotwell, SAS7BDAT Database Binary Format, Compressed Data; the ReadStat library for what its
/// commands mean.
struct SASRow {
  private(set) var bytes: [UInt8] = []
  private let byteCount: Int

  init(byteCount: Int) {
    self.byteCount = byteCount
    bytes.reserveCapacity(byteCount)
  }

  /// Takes a row as it is.
  mutating func take(_ range: Range<Int>, of text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(text, range)
  }

  /// Unpacks runs of a byte; false where this is no whole row.
  mutating func unpackRuns(_ packed: Span<UInt8>) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    var position = 0
    while position < packed.count, bytes.count < byteCount {
      let command = packed[position] >> 4
      let low = Int(packed[position] & 15)
      position += 1
      /// The byte behind the command, and the low bits of it as a higher one.
      func long() -> Int? {
        guard position < packed.count else { return nil }
        position += 1
        return Int(packed[position - 1]) + low << 8
      }
      let isTaken: Bool
      switch command {
      case 0: isTaken = long().map { copy($0 + 64, of: packed, &position) } ?? false
      case 1: isTaken = long().map { copy($0 + 64 + 4096, of: packed, &position) } ?? false
      case 2: isTaken = copy(low + 96, of: packed, &position)
      case 4:
        guard let count = long(), position < packed.count else { return false }
        isTaken = add(packed[position], count + 18)
        position += 1
      case 5: isTaken = long().map { add(0x40, $0 + 17) } ?? false
      case 6: isTaken = long().map { add(0x20, $0 + 17) } ?? false
      case 7: isTaken = long().map { add(0, $0 + 17) } ?? false
      case 8...11: isTaken = copy(low + 1 + 16 * Int(command - 8), of: packed, &position)
      case 12:
        guard position < packed.count else { return false }
        isTaken = add(packed[position], low + 3)
        position += 1
      case 13: isTaken = add(0x40, low + 2)
      case 14: isTaken = add(0x20, low + 2)
      case 15: isTaken = add(0, low + 2)
      default: isTaken = false
      }
      guard isTaken else { return false }
    }
    return bytes.count == byteCount
  }

  /// Unpacks runs and repetitions (Ross Data Compression); false where this is no whole row.
  mutating func unpackRepetitions(_ packed: Span<UInt8>) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    var position = 0
    while position + 2 <= packed.count, bytes.count < byteCount {
      let controls = packed.bigEndian16(at: position)
      position += 2
      for bit in (0..<16).reversed() where position < packed.count {
        guard controls >> bit & 1 == 1 else {
          guard copy(1, of: packed, &position) else { return false }
          continue
        }
        guard position + 2 <= packed.count else { return false }
        let low = Int(packed[position] & 15)
        let command = packed[position] >> 4
        let next = Int(packed[position + 1])
        position += 2
        let isTaken: Bool
        switch command {
        case 0: isTaken = add(UInt8(next), low + 3)
        case 1, 2:
          guard position < packed.count else { return false }
          let third = packed[position]
          position += 1
          isTaken =
            command == 1
            ? add(third, low + next << 4 + 19)
            : repeatBytes(Int(third) + 16, from: low + next << 4 + 3)
        default: isTaken = repeatBytes(Int(command), from: low + next << 4 + 3)
        }
        guard isTaken else { return false }
      }
    }
    return bytes.count == byteCount
  }

  private mutating func copy(_ count: Int, of packed: Span<UInt8>, _ position: inout Int) -> Bool {
    guard count <= packed.count - position, count <= byteCount - bytes.count else { return false }
    bytes.append(packed, position..<position + count)
    position += count
    return true
  }

  private mutating func add(_ byte: UInt8, _ count: Int) -> Bool {
    guard count <= byteCount - bytes.count else { return false }
    bytes.append(contentsOf: repeatElement(byte, count: count))
    return true
  }

  /// Repeats bytes that lie so far back.
  private mutating func repeatBytes(_ count: Int, from distance: Int) -> Bool {
    guard distance <= bytes.count, count <= byteCount - bytes.count else { return false }
    for _ in 0..<count { bytes.append(bytes[bytes.count - distance]) }
    return true
  }
}
