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
        let entries = dictionary(around: type, to: keyword, in: file)
      else { continue }
      let end = file.position(of: "endstream", from: keyword) ?? file.count
      let content = unpacked(
        file.extracting(min(keyword + 6, end)..<end), entries, in: file, limit: limit)
      append(content.span, file.extracting(entries), to: &objects)
      position = end
    }
    return objects
  }

  /// What lies between the beginning of the object and its stream.
  private static func dictionary(
    around type: Int, to end: Int, in file: Span<UInt8>
  ) -> Range<Int>? {
    var start = type
    while start > 4, type - start < dictionaryByteCount {
      if file.extracting(start - 4..<start).equals(" obj") { return start..<end }
      start -= 1
    }
    return nil
  }

  private static func unpacked(
    _ stream: Span<UInt8>, _ entries: Range<Int>, in file: Span<UInt8>, limit: Int
  ) -> [UInt8] {
    // The keyword ends with one line break.
    var start = 0
    if start < stream.count, stream[start] == 0x0D { start += 1 }
    if start < stream.count, stream[start] == 0x0A { start += 1 }
    let packed = stream.bytes(start..<stream.count)
    let names = file.extracting(entries)
    guard names.position(of: "/Filter", from: 0) != nil else { return packed }
    var content: [UInt8] = []
    guard names.position(of: "/FlateDecode", from: 0) != nil else { return [] }
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
    var numbers: [Int] = []
    var position = 0
    while numbers.count < 2 * count, position < first,
      let number = number(in: content, at: &position, to: first)
    {
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

  private static func number(in text: Span<UInt8>, at position: inout Int, to end: Int) -> Int? {
    while position < end, text[position] <= 0x20 { position += 1 }
    var value: Int?
    while position < end, text[position] &- 0x30 < 10, value ?? 0 < 1 << 40 {
      value = 10 * (value ?? 0) + Int(text[position] - 0x30)
      position += 1
    }
    return value
  }
}
