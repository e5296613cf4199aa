/// Where the characters of a document lie in its stream.
///
/// Source: MS-DOC 2.4.1, 2.8.35, 2.9.38, 2.9.177.
struct WordPieces {
  /// Characters that lie together.
  struct Piece {
    /// Their places among all characters.
    var characters: Range<Int>
    /// Where the first one lies in the stream.
    var position: Int
    var isWide: Bool
  }

  /// A part of a piece as bytes of the stream.
  struct Chunk {
    var bytes: Range<Int>
    var isWide: Bool
  }

  private(set) var pieces: [Piece] = []
  /// Whether parts of the table could not be read.
  private(set) var isDamaged = false

  var characterCount: Int { pieces.last?.characters.upperBound ?? 0 }

  /// One piece, which takes the whole of `range`.
  init(whole range: Range<Int>, isWide: Bool) {
    let count = isWide ? range.count / 2 : range.count
    guard count > 0 else { return }
    pieces = [Piece(characters: 0..<count, position: range.lowerBound, isWide: isWide)]
  }

  /// Reads the table of pieces in `range` of `table`; in old documents it tells nothing of the width.
  init(_ table: Span<UInt8>, _ range: Range<Int>, isOld: Bool, isWide: Bool) {
    guard var place = Self.table(in: table, range) else {
      isDamaged = true
      return
    }
    let byteCount = table.littleUInt32(at: place) ?? 0
    place += 4
    let count = max(byteCount - 4, 0) / 12
    let end = min(place + byteCount, table.count)
    var first = table.littleUInt32(at: place) ?? 0
    for index in 0..<count {
      let descriptor = place + 4 * (count + 1) + 8 * index
      guard descriptor + 8 <= end, let next = table.littleUInt32(at: place + 4 * (index + 1)),
        let number = table.littleUInt32(at: descriptor + 2), next >= first, next < 1 << 31
      else {
        isDamaged = true
        return
      }
      let isNarrow = isOld ? !isWide : number & 0x4000_0000 != 0
      let position = isOld ? number : number & 0x3FFF_FFFF
      if next > first {
        pieces.append(
          Piece(
            characters: first..<next, position: isNarrow && !isOld ? position / 2 : position,
            isWide: !isNarrow))
      }
      first = next
    }
  }

  /// The position of the size of the table, behind what precedes it.
  private static func table(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var place = range.lowerBound
    while place < range.upperBound {
      switch bytes[place] {
      case 1:
        guard let byteCount = bytes.littleUInt16(at: place + 1) else { return nil }
        place += 3 + byteCount
      case 2: return place + 1
      default: return nil
      }
    }
    return nil
  }

  /// The bytes of `characters`, as far as `stream` has them.
  func chunks(of characters: Range<Int>, in stream: Span<UInt8>) -> [Chunk] {
    var chunks: [Chunk] = []
    for piece in pieces where piece.characters.overlaps(characters) {
      let part = piece.characters.clamped(to: characters)
      let width = piece.isWide ? 2 : 1
      let start = piece.position + width * (part.lowerBound - piece.characters.lowerBound)
      let bytes = (start..<start + width * part.count).clamped(to: stream.indices)
      if !bytes.isEmpty { chunks.append(Chunk(bytes: bytes, isWide: piece.isWide)) }
    }
    return chunks
  }

  /// Whether all characters lie in a stream of `byteCount` bytes.
  func areWithin(_ byteCount: Int) -> Bool {
    pieces.allSatisfy {
      $0.position + ($0.isWide ? 2 : 1) * $0.characters.count <= byteCount
    }
  }
}
