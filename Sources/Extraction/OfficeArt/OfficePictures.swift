import ScanModel

/// Takes the pictures of Office drawings as members.
enum OfficePictures {
  /// Takes the pictures in `streams`, wherever they begin.
  ///
  /// Between the pictures of a document lie other things; what follows the header of a record tells
  /// whether it is one.
  static func take<Sink: DocumentSink & ~Copyable>(
    of streams: [[UInt8]], into sink: inout Sink
  ) {
    var number = 0
    for stream in streams { take(stream.span, &number, into: &sink) }
  }

  private static func take<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ number: inout Int, into sink: inout Sink
  ) {
    // The upper byte of the types of pictures, which stands fourth.
    var search = MarkSearch(for: 0xF0, or: 0xF0, or: 0xF0)
    var position = search.next(in: bytes, from: 3)
    while position < bytes.count, !sink.isCancelled {
      guard let blip = blip(bytes, at: position - 3) else {
        position = search.next(in: bytes, from: position + 1)
        continue
      }
      number += 1
      let parts = [DocumentPart.member("picture \(number)")]
      if blip.isPacked {
        sink.takePacked(bytes, blip.content, at: parts)
      } else {
        var content: [UInt8] = []
        content.append(bytes, blip.content)
        if sink.context.spend(unpacked: content.count) {
          sink.takeMember(at: parts, bytes: content)
        } else {
          sink.miss(.limit, at: parts)
        }
      }
      position = search.next(in: bytes, from: blip.content.upperBound + 3)
    }
  }

  /// The picture at `position`; nil where none begins there.
  private static func blip(_ bytes: Span<UInt8>, at position: Int) -> OfficeBlip? {
    guard let record = OfficeRecord(bytes, at: position, end: bytes.count), record.version == 0,
      [0x3D4, 0x216, 0x542, 0x46A, 0x6E2, 0x6E0, 0x7A8, 0x6E4].contains(record.instance & ~1)
    else { return nil }
    return OfficeBlip(record, bytes)
  }
}

extension DocumentSink where Self: ~Copyable {
  /// Reads a member that is deflated behind the two bytes of a zlib header.
  ///
  /// With the bytes that it unpacks to it is whole, also where it does not say that it ends.
  mutating func takePacked(
    _ bytes: Span<UInt8>, _ range: Range<Int>, unpackedByteCount: Int = .max,
    at parts: [DocumentPart]
  ) {
    var packed: [UInt8] = []
    let start = min(range.lowerBound + 2, range.upperBound)
    packed.append(bytes, start..<range.upperBound)
    let limit = context.limits.bytesInMemory
    var inflater = StreamInflater()
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while inflater.status == .going {
      let count = piece.withUnsafeMutableBytes { inflater.inflate(packed, into: $0) }
      guard context.spend(unpacked: count), content.count + count <= limit,
        context.allowsRatio(unpacked: content.count, packed: packed.count)
      else { return miss(.limit, at: parts) }
      content.append(piece.span, 0..<count)
    }
    if inflater.status == .broken, content.count < unpackedByteCount { miss(.malformed, at: parts) }
    guard !content.isEmpty else { return }
    takeMember(at: parts, bytes: content)
  }
}
