/// The objects in the object streams of a file whose cross-reference table is lost, which tells where they
/// lie.
///
/// Source: ISO 32000-1, 7.5.7.
enum PDFObjectStreams {
  /// How far before its type the dictionary of a stream may begin.
  private static let dictionaryByteCount = 1024
  private static let mostObjects = 100_000

  /// Each object as it would stand in the file by itself; those of later streams come later.
  ///
  /// At most `limit` bytes and what the last stream adds.
  static func objects(in file: Span<UInt8>, limit: Int) -> [UInt8] {
    var objects: [UInt8] = []
    var position = 0
    while objects.count < limit, let type = file.position(of: "/ObjStm", from: position) {
      position = type + 7
      guard let keyword = file.position(of: "stream", from: type),
        let start = file.objectStart(before: type, reach: dictionaryByteCount)
      else { continue }
      // What lies between the beginning of the object and its stream.
      let entries = file.extracting(start..<keyword)
      let end = file.position(of: "endstream", from: keyword) ?? file.count
      let content = unpacked(
        file.extracting(min(keyword + 6, end)..<end), entries, limit: limit)
      append(content.span, entries, to: &objects)
      position = end
    }
    return objects
  }

  private static func unpacked(
    _ stream: Span<UInt8>, _ entries: Span<UInt8>, limit: Int
  ) -> [UInt8] {
    // The keyword ends with one line break.
    var start = 0
    if start < stream.count, stream[start] == 0x0D { start += 1 }
    if start < stream.count, stream[start] == 0x0A { start += 1 }
    let packed = stream.bytes(start..<stream.count)
    guard entries.position(of: "/Filter", from: 0) != nil else { return packed }
    guard entries.position(of: "/FlateDecode", from: 0) != nil else { return [] }
    var content: [UInt8] = []
    _ = Inflation.inflate(packed, into: &content, limit: limit)
    return content
  }

  /// Appends the objects of a stream: their numbers and places stand before them.
  private static func append(
    _ content: Span<UInt8>, _ entries: Span<UInt8>, to objects: inout [UInt8]
  ) {
    guard let count = entries.number(behind: "/N"), count <= mostObjects,
      let first = entries.number(behind: "/First"), first <= content.count
    else { return }
    let places = content.extracting(0..<first)
    var numbers: [Int] = []
    var position = 0
    while numbers.count < 2 * count, let number = places.number(at: &position) {
      numbers.append(number)
    }
    for index in 0..<numbers.count / 2 {
      let start = first + numbers[2 * index + 1]
      let next = 2 * index + 3 < numbers.count ? first + numbers[2 * index + 3] : content.count
      guard start <= next, next <= content.count else { continue }
      objects += Array("\n\(numbers[2 * index]) 0 obj\n".utf8)
      objects.append(content, start..<next)
      objects += Array("\nendobj\n".utf8)
    }
  }
}
