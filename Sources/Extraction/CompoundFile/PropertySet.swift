/// A stream of properties: names and values that are kept beside the text of a document.
///
/// Source: MS-OLEPS; names of MS-OSHARED 2.3.3.
struct PropertySet {
  /// A property with its texts in UTF-8.
  struct Property: Hashable {
    var name: [UInt8]
    var value: [UInt8]
  }

  /// The values of one vector, and the properties of one set, that are read.
  private static let countLimit = 10_000

  private(set) var properties: [Property] = []
  private let codePage: CodePage
  private let dictionary: [Int: [UInt8]]
  private let names: [Int: StaticString]
  private let isUserDefined: Bool
  /// Whether a value is one of several: numbers among those are about the texts beside them.
  private var isInVector = false
  /// The bytes that may still be looked at: properties may share theirs.
  private var bytesLeft: Int

  /// Reads all sets of a stream; a set that is damaged gives what can be read of it.
  static func properties(of stream: Span<UInt8>) -> [Property] {
    guard stream.littleUInt16(at: 0) == 0xFFFE, let count = stream.littleUInt32(at: 24) else {
      return []
    }
    var found: [Property] = []
    for index in 0..<min(count, 8) {
      let place = 28 + 20 * index
      guard let format = stream.littleUInt32(at: place),
        let offset = stream.littleUInt32(at: place + 16), offset < stream.count
      else { continue }
      let set = PropertySet(stream.extracting(offset..<stream.count), format: format)
      found.append(contentsOf: set.properties)
    }
    return found
  }

  /// Reads one set, whose format begins with the four bytes of `format`.
  private init(_ set: Span<UInt8>, format: Int) {
    isUserDefined = format == 0xD5CD_D505
    bytesLeft = 4 * set.count + 4096
    names =
      switch format {
      case 0xF29F_85E0: Self.summaryNames
      case 0xD5CD_D502: Self.documentNames
      default: [:]
      }
    let count = min(set.littleUInt32(at: 4) ?? 0, Self.countLimit)
    var places: [(id: Int, offset: Int)] = []
    for index in 0..<count {
      guard let id = set.littleUInt32(at: 8 + 8 * index),
        let offset = set.littleUInt32(at: 12 + 8 * index)
      else { break }
      places.append((id, offset))
    }
    let page = places.first { $0.id == 1 }.flatMap { set.littleUInt16(at: $0.offset + 4) }
    codePage = CodePage(page ?? 1252)
    if let place = places.first(where: { $0.id == 0 }) {
      dictionary = Self.dictionary(set, at: place.offset, codePage)
    } else {
      dictionary = [:]
    }
    for (id, offset) in places where id > 1 && bytesLeft > 0 {
      var value: [UInt8] = []
      let name = dictionary[id] ?? names[id].map { Array($0.description.utf8) } ?? []
      guard let type = set.littleUInt16(at: offset) else { continue }
      if type == 65, name == Array("_PID_HLINKS".utf8) {
        isInVector = true
        _ = appendVector(0x100C, set, at: offset + 8, to: &value)
      } else {
        isInVector = type >= 0x1000
        _ = append(type, set, at: offset + 4, to: &value)
      }
      if !value.isEmpty { properties.append(Property(name: name, value: value)) }
    }
  }

  private static func dictionary(
    _ set: Span<UInt8>, at offset: Int, _ codePage: CodePage
  ) -> [Int: [UInt8]] {
    var names: [Int: [UInt8]] = [:]
    var place = offset + 4
    for _ in 0..<min(set.littleUInt32(at: offset) ?? 0, Self.countLimit) {
      guard let id = set.littleUInt32(at: place), let length = set.littleUInt32(at: place + 4)
      else { break }
      let byteCount = codePage.isUTF16 ? length * 2 : length
      var name: [UInt8] = []
      codePage.decode(set, place + 8..<place + 8 + byteCount, into: &name)
      names[id] = name.upToNUL
      place += 8 + (codePage.isUTF16 ? (byteCount + 3) & ~3 : byteCount)
    }
    return names
  }

  /// Appends the value at `place` as text; returns where it ends, nil where it cannot be read.
  private mutating func append(
    _ type: Int, _ set: Span<UInt8>, at place: Int, to value: inout [UInt8]
  ) -> Int? {
    bytesLeft -= 4
    guard bytesLeft > 0 else { return nil }
    switch type {
    case 0x1E:
      guard let length = set.littleUInt32(at: place) else { return nil }
      bytesLeft -= min(length, set.count)
      var text: [UInt8] = []
      codePage.decode(set, place + 4..<place + 4 + length, into: &text)
      value.appendValue(text.upToNUL)
      // Those of a vector follow each other at once in what Office writes, though not in all others.
      var end = place + 4 + length
      while end & 3 != 0, end < set.count, set[end] == 0 { end += 1 }
      return end
    case 0x1F:
      guard let length = set.littleUInt32(at: place) else { return nil }
      bytesLeft -= min(2 * length, set.count)
      var text: [UInt8] = []
      CodePage.utf16.decode(set, place + 4..<place + 4 + 2 * length, into: &text)
      value.appendValue(text.upToNUL)
      return place + 4 + (2 * length + 3) & ~3
    case 0x1000...0x1FFF:
      return appendVector(type, set, at: place, to: &value)
    default:
      return appendNumber(type, set, at: place, to: &value)
    }
  }

  private mutating func appendVector(
    _ type: Int, _ set: Span<UInt8>, at start: Int, to value: inout [UInt8]
  ) -> Int? {
    guard let count = set.littleUInt32(at: start) else { return nil }
    var place = start + 4
    for _ in 0..<min(count, Self.countLimit) {
      var element = type - 0x1000
      if element == 12 {
        guard let own = set.littleUInt16(at: place), own < 0x1000 else { return nil }
        element = own
        place += 4
      }
      guard element < 0x1000, element != 12,
        let end = append(element, set, at: place, to: &value)
      else { return nil }
      place = end
    }
    return place
  }

  /// Appends a number or date; in the sets that all documents have those are counts and times of
  /// the document itself, and left out.
  private func appendNumber(
    _ type: Int, _ set: Span<UInt8>, at place: Int, to value: inout [UInt8]
  ) -> Int? {
    var text: String?
    let byteCount: Int
    switch type {
    case 2, 18:
      text = set.littleUInt16(at: place).map { String($0) }
      byteCount = 4
    case 3, 22:
      text = set.littleInt32(at: place).map { String($0) }
      byteCount = 4
    case 19, 23:
      text = set.littleUInt32(at: place).map { String($0) }
      byteCount = 4
    case 20, 21:
      text = set.littleUInt64(at: place).map { String($0) }
      byteCount = 8
    case 5:
      text = set.littleUInt64(at: place).map { Double(bitPattern: $0) }.map {
        Int(exactly: $0).map { String($0) } ?? String($0)
      }
      byteCount = 8
    case 64:
      text = set.littleUInt64(at: place).flatMap(CalendarDate.init(fileTime:))?.description
      byteCount = 8
    case 11, 16, 17: byteCount = 4
    default: return nil
    }
    if isUserDefined, !isInVector, let text { value.appendValue(Array(text.utf8)) }
    return place + byteCount
  }

  private static let summaryNames: [Int: StaticString] = [
    2: "title", 3: "subject", 4: "author", 5: "keywords", 6: "comments", 7: "template",
    8: "last author", 9: "revision", 18: "application",
  ]
  private static let documentNames: [Int: StaticString] = [
    2: "category", 3: "format", 13: "parts", 14: "manager", 15: "company", 26: "content type",
    27: "status", 28: "language", 29: "version",
  ]
}

extension [UInt8] {
  fileprivate var upToNUL: [UInt8] {
    firstIndex(of: 0).map { Array(self[..<$0]) } ?? self
  }

  /// Appends one value, on a line of its own.
  fileprivate mutating func appendValue(_ text: [UInt8]) {
    guard !text.isEmpty else { return }
    if !isEmpty { append(UInt8(ascii: "\n")) }
    append(contentsOf: text)
  }
}
