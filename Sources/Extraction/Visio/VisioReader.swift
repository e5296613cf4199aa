import ScanModel

/// Reads drawings of Visio up to 2010 (vsd): the runs of text in each of their streams, unpacked.
///
/// Source: Apache POI, HDGF.
enum VisioReader {
  private static let versionPlace = 0x1A
  private static let trailerPlace = 0x24
  private static let mostPointers = 200_000
  private static let deepest = 16

  /// Takes what the stream `VisioDocument` holds; false where it is none that is known.
  static func take<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    guard bytes.count > trailerPlace, bytes.hasPrefix("Visio (TM) Drawing\r\n", at: 0),
      case let version = Int(bytes[versionPlace]), (5...12).contains(version),
      let trailer = VisioPointer(at: trailerPlace, of: bytes, version: version)
    else { return false }
    var waiting = [(pointer: trailer, depth: 0)]
    var count = 0
    while let (pointer, depth) = waiting.popLast(), count < mostPointers, !sink.isCancelled {
      count += 1
      guard let range = bytes.range(at: pointer.offset, byteCount: pointer.byteCount),
        let stream = stream(pointer, bytes.extracting(range), sink.context)
      else { continue }
      guard sink.context.spend(unpacked: stream.count) else {
        sink.miss(.limit, at: [])
        return true
      }
      // The trailer leads on, whatever it says.
      guard pointer.leadsOn || depth == 0 else {
        sink.takeRuns(of: stream.span)
        continue
      }
      guard depth < deepest else { continue }
      let next = pointer.pointers(in: stream.span, version: version)
      for pointer in next.reversed() { waiting.append((pointer, depth + 1)) }
    }
    return true
  }

  /// The bytes of a stream; those that are packed begin with four that say nothing.
  private static func stream(
    _ pointer: VisioPointer, _ bytes: Span<UInt8>, _ context: ExtractionContext
  ) -> [UInt8]? {
    guard pointer.isPacked else { return bytes.bytes(bytes.indices) }
    guard let unpacked = bytes.unpackedByVisio(limit: context.limits.bytesInMemory) else {
      return nil
    }
    return Array(unpacked.dropFirst(4))
  }
}
