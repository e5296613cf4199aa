/// The source of a module of macros, which is packed at the end of its stream.
///
/// Source: MS-OVBA 2.4.1.
enum MacroSource {
  private static let chunkByteCount = 4096

  /// The source in `stream` behind the attributes of the module; nil where there is none.
  ///
  /// Not much more than `byteLimit` bytes are unpacked. What is packed begins with a 1, the header of
  /// a chunk, and eight bytes that are not.
  static func source(in stream: Span<UInt8>, byteLimit: Int) -> [UInt8]? {
    guard let place = stream.position(of: "Attribut", from: 0), place >= 4, stream[place - 4] == 1
    else { return nil }
    let module = unpack(stream, from: place - 3, byteLimit: byteLimit)
    var start = 0
    while module[start...].starts(with: Array("Attribute VB_".utf8)) {
      start = module[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? module.count
    }
    return start < module.count ? Array(module[start...]) : nil
  }

  private static func unpack(_ bytes: Span<UInt8>, from start: Int, byteLimit: Int) -> [UInt8] {
    var source: [UInt8] = []
    var place = start
    while let header = bytes.littleUInt16(at: place), source.count < byteLimit {
      place += 2
      guard header >> 12 & 7 == 3 else { break }
      let end = min(place + header & 0xFFF + 1, bytes.count)
      if header & 0x8000 == 0 {
        source.append(bytes, place..<min(place + chunkByteCount, bytes.count))
        place += chunkByteCount
      } else {
        unpackChunk(bytes, place..<end, into: &source)
        place = end
      }
    }
    return source
  }

  /// Unpacks a chunk: eight parts behind each byte of flags, single bytes and copies of what was
  /// unpacked of it before.
  private static func unpackChunk(
    _ bytes: Span<UInt8>, _ chunk: Range<Int>, into source: inout [UInt8]
  ) {
    let start = source.count
    var place = chunk.lowerBound
    while place < chunk.upperBound {
      let flags = bytes[place]
      place += 1
      for bit in 0..<8 where place < chunk.upperBound {
        guard flags >> bit & 1 == 1 else {
          source.append(bytes[place])
          place += 1
          continue
        }
        guard let token = bytes.littleUInt16(at: place) else { return }
        place += 2
        let unpacked = source.count - start
        guard unpacked > 0 else { return }
        // The larger the distance may be, the more bits it has.
        let bitCount = max(4, Int.bitWidth - (unpacked - 1).leadingZeroBitCount)
        guard bitCount <= 12 else { return }
        let distance = token >> (16 - bitCount) + 1
        let count = token & (0xFFFF >> bitCount) + 3
        guard distance <= unpacked, unpacked + count <= chunkByteCount else { return }
        for _ in 0..<count { source.append(source[source.count - distance]) }
      }
    }
  }
}
