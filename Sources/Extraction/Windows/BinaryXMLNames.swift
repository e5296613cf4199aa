/// The names of elements, attributes and entities of a chunk, by their place in it.
///
/// 4 bytes, a hash in 2 bytes, the number of characters in 2 bytes, UTF-16, a NUL. A name lies where it is
/// used first.
struct BinaryXMLNames {
  private static let headByteCount = 8
  private static let characterLimit = 512

  private var known: [Int: (number: Int32, end: Int)] = [:]

  mutating func removeAll() {
    known.removeAll(keepingCapacity: true)
  }

  /// The name whose place stands at `position`, and where what follows it begins; nil where there is
  /// none.
  mutating func name(
    at position: Int, of chunk: Span<UInt8>, in names: inout TreeNames
  ) -> (number: Int32, end: Int)? {
    guard let place = chunk.littleUInt32(at: position),
      let name = name(in: chunk, at: place, names: &names)
    else { return nil }
    return (name.number, place == position + 4 ? name.end : position + 4)
  }

  private mutating func name(
    in chunk: Span<UInt8>, at place: Int, names: inout TreeNames
  ) -> (number: Int32, end: Int)? {
    if let name = known[place] { return name }
    guard let count = chunk.littleUInt16(at: place + 6), 1...Self.characterLimit ~= count,
      let range = chunk.range(at: place + Self.headByteCount, byteCount: count * 2 + 2)
    else { return nil }
    let text = chunk.utf16Text(in: range.lowerBound..<range.upperBound - 2, .little)
    let name = (names.number(of: text.span, text.indices), range.upperBound)
    known[place] = name
    return name
  }
}
