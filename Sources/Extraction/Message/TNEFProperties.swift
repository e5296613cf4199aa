/// Reads the lists of properties in winmail.dat.
///
/// Source: MS-OXTNEF 2.1.3.4.
struct TNEFProperties {
  private static let countLimit = 65_536

  private var position: Int
  private let end: Int
  /// Whether the list could be followed to its end.
  private(set) var isWhole = true
  /// Where the data of an attachment lies: a file, a storage, or a message in this form.
  private(set) var data: Range<Int>?

  /// `range` is where the lists lie.
  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next number of 32 bits: how many lists follow.
  mutating func readCount(_ bytes: Span<UInt8>) -> Int? {
    guard position + 4 <= end, let count = bytes.littleUInt32(at: position) else {
      isWhole = false
      return nil
    }
    position += 4
    return count
  }

  /// Reads one list.
  mutating func read(_ bytes: Span<UInt8>) -> MAPIProperties {
    var properties = MAPIProperties()
    guard let count = readCount(bytes) else { return properties }
    for _ in 0..<min(count, Self.countLimit) {
      guard readProperty(bytes, into: &properties) else {
        isWhole = false
        break
      }
    }
    return properties
  }

  private mutating func readProperty(
    _ bytes: Span<UInt8>, into properties: inout MAPIProperties
  ) -> Bool {
    guard position + 4 <= end, let kind = bytes.littleUInt16(at: position),
      let id = bytes.littleUInt16(at: position + 2)
    else { return false }
    position += 4
    var name: MAPIProperty.Name?
    if id >= 0x8000 {
      guard let known = readName(bytes) else { return false }
      name = known
    }
    let isSeveral = kind & 0x1000 != 0
    let base = kind & 0xFFF
    guard let width = Self.width(of: base) else {
      return readLong(bytes, base, id, name, into: &properties)
    }
    var count = 1
    if isSeveral {
      guard let several = readCount(bytes) else { return false }
      count = several
    }
    for _ in 0..<count {
      guard position + width <= end else { return false }
      if let value = Self.fixed(bytes, base, at: position) {
        properties.add(MAPIProperty(id: id, name: name, value))
      }
      position += width
    }
    return true
  }

  /// Reads values that have a length each.
  private mutating func readLong(
    _ bytes: Span<UInt8>, _ kind: Int, _ id: Int, _ name: MAPIProperty.Name?,
    into properties: inout MAPIProperties
  ) -> Bool {
    guard [0x0D, 0x1E, 0x1F, 0x102].contains(kind), let count = readCount(bytes) else {
      return false
    }
    for _ in 0..<count {
      guard let byteCount = readCount(bytes) else { return false }
      let available = min(byteCount, end - position)
      let range = position..<position + available
      if id == MAPIProperties.attachedData {
        // What is an object begins with the class of its interface.
        let skipped = kind == 0x0D ? min(16, available) : 0
        data = range.lowerBound + skipped..<range.upperBound
      } else if let value = Self.long(bytes.extracting(range), kind) {
        properties.add(MAPIProperty(id: id, name: name, value))
      }
      guard available == byteCount else { return false }
      position = min(range.upperBound + (4 - byteCount & 3) & 3, end)
    }
    return true
  }

  private mutating func readName(_ bytes: Span<UInt8>) -> MAPIProperty.Name? {
    guard position + 24 <= end, let kind = bytes.littleUInt32(at: position + 16),
      let number = bytes.littleUInt32(at: position + 20)
    else { return nil }
    position += 24
    guard kind == 1 else { return .number(number) }
    guard number <= end - position else { return nil }
    let text = Self.unicode(bytes.extracting(position..<position + number))
    position = min(position + number + (4 - number & 3) & 3, end)
    return .text(text)
  }

  // MARK: Values

  /// The bytes that a value of a type takes; nil for types whose values have a length.
  private static func width(of kind: Int) -> Int? {
    switch kind {
    case 0x00, 0x01, 0x02, 0x03, 0x04, 0x0A, 0x0B: 4
    case 0x05, 0x06, 0x07, 0x14, 0x40: 8
    case 0x48: 16
    default: nil
    }
  }

  private static func fixed(
    _ bytes: Span<UInt8>, _ kind: Int, at position: Int
  ) -> MAPIProperty.Value? {
    switch kind {
    case 0x02: bytes.littleUInt16(at: position).map { .number($0) }
    case 0x03, 0x0B: bytes.littleInt32(at: position).map { .number($0) }
    case 0x40: bytes.littleUInt64(at: position).map { .time($0) }
    default: nil
    }
  }

  private static func long(_ bytes: Span<UInt8>, _ kind: Int) -> MAPIProperty.Value? {
    switch kind {
    case 0x1F: return .text(unicode(bytes))
    case 0x1E: return .narrowText(bytes.withUnsafeBufferPointer { Array($0) })
    case 0x102: return .binary(bytes.withUnsafeBufferPointer { Array($0) })
    default: return nil
    }
  }

  private static func unicode(_ bytes: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    _ = UTF16Decoding.decode(
      bytes.extracting(..<(bytes.count & ~1)), .little, isLast: true, into: &text)
    while text.last == 0 { text.removeLast() }
    return text
  }
}
