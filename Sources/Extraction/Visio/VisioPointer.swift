/// Where in a drawing of Visio a stream lies, and what it holds.
///
/// Source: Apache POI, HDGF; libvisio, for what the numbers of types and formats mean.
struct VisioPointer {
  let type: Int
  let format: Int
  let offset: Int
  let byteCount: Int

  var isPacked: Bool { format & 2 != 0 }

  /// Whether the stream holds pointers to others.
  var leadsOn: Bool {
    type == 20 || type != 22 && (format == 0x1D || format == 0x1E || (0x50..<0x60).contains(format))
  }

  /// How many bytes a pointer takes in a version of the format.
  static func byteCount(version: Int) -> Int { version >= 6 ? 18 : 16 }

  /// Nil where none lies at `position`.
  init?(at position: Int, of bytes: Span<UInt8>, version: Int) {
    guard bytes.range(at: position, byteCount: Self.byteCount(version: version)) != nil else {
      return nil
    }
    if version >= 6 {
      type = Int(bytes.littleEndian32(at: position))
      format = Int(bytes.littleEndian16(at: position + 16))
    } else {
      type = Int(bytes.littleEndian16(at: position))
      format = Int(bytes.littleEndian16(at: position + 2))
    }
    offset = Int(bytes.littleEndian32(at: position + 8))
    byteCount = Int(bytes.littleEndian32(at: position + 12))
  }

  /// The pointers in the stream to which this one leads.
  func pointers(in stream: Span<UInt8>, version: Int) -> [VisioPointer] {
    let start: Int
    let count: Int
    if version >= 6 {
      guard stream.count >= 4 else { return [] }
      start = Int(stream.littleEndian32(at: 0))
      guard stream.range(at: start, byteCount: 8) != nil else { return [] }
      count = Int(stream.littleEndian32(at: start))
    } else {
      switch type {
      case 0x1D, 0x4E: start = 0x20
      case 0x1E: start = 0x38
      case 0x14: start = 0x84
      default: start = 10
      }
      guard stream.range(at: start, byteCount: 2) != nil else { return [] }
      count = Int(stream.littleEndian16(at: start))
    }
    var position = start + (version >= 6 ? 8 : 2)
    var pointers: [VisioPointer] = []
    for _ in 0..<count {
      guard let pointer = VisioPointer(at: position, of: stream, version: version) else { break }
      pointers.append(pointer)
      position += Self.byteCount(version: version)
    }
    return pointers
  }
}
