/// How a file of memos beside a table of dBase or FoxPro is built.
///
/// Source: dBASE Table File Format, versions III and IV; Visual FoxPro, Memo File Structure.
package enum DBaseMemoForm: Hashable, Sendable {
  /// Blocks of 512 bytes with texts that a mark ends.
  case dBase3
  /// Blocks that begin with a mark and a length, lowest byte first.
  case dBase4(blockLength: Int)
  /// Blocks that begin with a kind and a length, highest byte first.
  case foxPro(blockLength: Int)

  private static let headerLength = 512

  /// The bytes of a block, of which the first ones hold the header.
  package var blockLength: Int {
    switch self {
    case .dBase3: Self.headerLength
    case .dBase4(let blockLength), .foxPro(let blockLength): blockLength
    }
  }

  /// Where the first block behind the header begins.
  package var start: Int {
    (Self.headerLength + blockLength - 1) / blockLength * blockLength
  }

  /// Nil where `head`, the first bytes of a file, are of something else.
  ///
  /// None of the three has a mark at its beginning: what tells them is an almost empty header and a first
  /// block that is what it should be.
  package init?(_ head: Span<UInt8>) {
    guard head.count > Self.headerLength else { return nil }
    if let length = Self.foxProBlockLength(head) {
      self = .foxPro(blockLength: length)
    } else if let length = Self.dBase4BlockLength(head) {
      self = .dBase4(blockLength: length)
    } else if Self.isDBase3(head) {
      self = .dBase3
    } else {
      return nil
    }
  }

  private static func foxProBlockLength(_ head: Span<UInt8>) -> Int? {
    let length = Int(head[6]) << 8 | Int(head[7])
    guard head[4] == 0, head[5] == 0, length > 0, isEmpty(head, 24..<headerLength) else {
      return nil
    }
    let start = Self.foxPro(blockLength: length).start
    guard head.count >= start + 8, head.has([0, 0, 0], at: start), head[start + 3] < 3 else {
      return nil
    }
    let blockCount = bigEndian(head, at: 0)
    let byteCount = bigEndian(head, at: start + 4)
    return blockCount * length > start && start + byteCount <= blockCount * length ? length : nil
  }

  private static func dBase4BlockLength(_ head: Span<UInt8>) -> Int? {
    let stated = Int(head[20]) | Int(head[21]) << 8
    let length = stated == 0 ? headerLength : stated
    guard length % headerLength == 0, head.has([0, 0, 0, 0], at: 4),
      isEmpty(head, 24..<headerLength)
    else { return nil }
    let hasVersion = head.has([0x02, 0x01], at: 18) && stated > 0
    return hasVersion || head.has([0xFF, 0xFF, 0x08, 0x00], at: length) ? length : nil
  }

  private static func isDBase3(_ head: Span<UInt8>) -> Bool {
    guard head[0] > 0 || head[1] > 0, head[3] == 0, head[16] == 0 || head[16] == 3,
      isEmpty(head, 4..<16), isEmpty(head, 17..<headerLength)
    else { return false }
    var position = headerLength
    while position < min(head.count, headerLength + 256) {
      if head[position] == 0x1A { return position > headerLength }
      if head[position] == 0 || head[position].isControl { return false }
      position += 1
    }
    return true
  }

  private static func isEmpty(_ head: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range where head[position] != 0 { return false }
    return true
  }

  private static func bigEndian(_ head: Span<UInt8>, at position: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(head[position + $1]) }
  }
}
