import ScanModel

/// The deflated pieces that lie in the bytes of a document: entries of a zip and streams of a PDF.
///
/// They are found by what stands before them, not by the directory of the document, which may be what
/// its reader broke down on.
struct DeflatedIslands {
  /// The bytes that one piece is unpacked to at most.
  private static let byteLimit = 16 << 20

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Unpacks the next piece; nil where there is no more.
  mutating func next() -> [UInt8]? {
    while position + 30 < bytes.count {
      if bytes[position] == UInt8(ascii: "P"), isEntry(at: position) {
        let start = position + 30 + nameByteCount(at: position)
        position += 4
        if let piece = unpack(from: start) { return piece }
      } else if bytes[position] == UInt8(ascii: "s"), let start = streamStart(at: position) {
        position = start
        if let piece = unpack(from: start + 2) { return piece }
      } else {
        position += 1
      }
    }
    return nil
  }

  /// Whether the local header of a deflated entry begins here.
  ///
  /// Source: APPNOTE 4.3.7.
  private func isEntry(at start: Int) -> Bool {
    bytes[start + 1] == 0x4B && bytes[start + 2] == 3 && bytes[start + 3] == 4
      && bytes[start + 8] == 8 && bytes[start + 9] == 0
  }

  /// The bytes of the name and the extra field behind a local header.
  private func nameByteCount(at start: Int) -> Int {
    Int(bytes.span.littleEndian16(at: start + 26)) + Int(bytes.span.littleEndian16(at: start + 28))
  }

  /// Where a zlib stream begins behind the word `stream` and its line break; nil where none does.
  private func streamStart(at start: Int) -> Int? {
    guard bytes[start...].starts(with: "stream".utf8) else { return nil }
    var place = start + 6
    if bytes[place] == 0x0D { place += 1 }
    if bytes[place] == 0x0A { place += 1 }
    // Source: RFC 1950, 2.2.
    let head = Int(bytes[place]) << 8 | Int(bytes[place + 1])
    return bytes[place] & 0x0F == 8 && head.isMultiple(of: 31) ? place : nil
  }

  private func unpack(from start: Int) -> [UInt8]? {
    guard start < bytes.count else { return nil }
    var unpacked: [UInt8] = []
    _ = StreamInflater.inflate(
      bytes.span.extracting(start...), .deflate, into: &unpacked, limit: Self.byteLimit)
    return unpacked.isEmpty ? nil : unpacked
  }
}
