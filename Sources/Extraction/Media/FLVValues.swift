/// The values in a tag of FLV: the name of what happens, and what is told of it under keys.
///
/// Source: Action Message Format AMF0, 2.
struct FLVValues {
  /// How deep values may lie in each other.
  private static let depthLimit = 16
  private static let markerByteCount = 1

  private var position = 0

  /// Takes the texts of all values.
  mutating func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    while position < bytes.count, metadata.takesEntry() {
      // The first is the name of what happens, which no person chose.
      let label: [UInt8]? = position == 0 ? nil : []
      guard take(bytes, named: label, depth: 0, into: &metadata) else {
        return metadata.isMalformed = true
      }
    }
  }

  /// Takes the value at the position, unless its name is nil; false where it cannot be read.
  private mutating func take(
    _ bytes: Span<UInt8>, named name: [UInt8]?, depth: Int, into metadata: inout EmbeddedMetadata
  ) -> Bool {
    guard depth < Self.depthLimit, let marker = number(bytes, byteCount: Self.markerByteCount)
    else { return false }
    switch marker {
    case 0: return pass(8, bytes)
    case 1: return pass(1, bytes)
    case 2: return takeText(bytes, lengthByteCount: 2, named: name, into: &metadata)
    case 3: return takePairs(bytes, depth: depth, into: &metadata)
    case 5, 6, 13: return true
    case 7: return pass(2, bytes)
    case 8: return pass(4, bytes) && takePairs(bytes, depth: depth, into: &metadata)
    case 10: return takeList(bytes, named: name, depth: depth, into: &metadata)
    case 11: return pass(10, bytes)
    case 12, 15: return takeText(bytes, lengthByteCount: 4, named: name, into: &metadata)
    case 16:
      return text(bytes, lengthByteCount: 2) != nil
        && takePairs(bytes, depth: depth, into: &metadata)
    default: return false
    }
  }

  /// A text, or a packet of XMP.
  private mutating func takeText(
    _ bytes: Span<UInt8>, lengthByteCount: Int, named name: [UInt8]?,
    into metadata: inout EmbeddedMetadata
  ) -> Bool {
    guard let text = text(bytes, lengthByteCount: lengthByteCount) else { return false }
    guard let name else { return true }
    if name.elementsEqual("liveXML".utf8) {
      metadata.addPacket(bytes, text)
    } else {
      metadata.add(bytes, text, named: name)
    }
    return true
  }

  /// Keys with their values, up to an empty key and a mark.
  private mutating func takePairs(
    _ bytes: Span<UInt8>, depth: Int, into metadata: inout EmbeddedMetadata
  ) -> Bool {
    while metadata.takesEntry(), let key = text(bytes, lengthByteCount: 2) {
      if key.isEmpty, position < bytes.count, bytes[position] == 9 { return pass(1, bytes) }
      let name = MetadataText.decoded(bytes.extracting(key))
      guard take(bytes, named: name, depth: depth + 1, into: &metadata) else { return false }
    }
    // Some programs leave out the mark at the end.
    return position == bytes.count
  }

  private mutating func takeList(
    _ bytes: Span<UInt8>, named name: [UInt8]?, depth: Int, into metadata: inout EmbeddedMetadata
  ) -> Bool {
    guard let count = number(bytes, byteCount: 4) else { return false }
    for _ in 0..<count {
      guard metadata.takesEntry(), take(bytes, named: name, depth: depth + 1, into: &metadata)
      else { return false }
    }
    return true
  }

  // MARK: Bytes

  private mutating func text(_ bytes: Span<UInt8>, lengthByteCount: Int) -> Range<Int>? {
    guard let byteCount = number(bytes, byteCount: lengthByteCount),
      let text = bytes.range(at: position, byteCount: byteCount)
    else { return nil }
    position = text.upperBound
    return text
  }

  private mutating func number(_ bytes: Span<UInt8>, byteCount: Int) -> Int? {
    guard let number = bytes.integer(at: position, byteCount: byteCount, .big) else { return nil }
    position += byteCount
    return number
  }

  private mutating func pass(_ byteCount: Int, _ bytes: Span<UInt8>) -> Bool {
    guard bytes.count - position >= byteCount else { return false }
    position += byteCount
    return true
  }
}
