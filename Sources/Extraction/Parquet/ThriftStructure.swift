/// A structure of Thrift in its compact form: values by the numbers of their fields.
///
/// Source: thrift-compact-protocol.md of Apache Thrift.
struct ThriftStructure {
  private var fields: [Int: Value] = [:]

  private enum Value {
    case boolean(Bool)
    case integer(Int)
    case bytes(Range<Int>)
    case list([Value])
    case structure(ThriftStructure)
    /// What nobody asks for: doubles and maps.
    case other
  }

  private enum Kind: UInt8 {
    case isTrue = 1
    case isFalse = 2
    case byte = 3
    case int16 = 4
    case int32 = 5
    case int64 = 6
    case double = 7
    case binary = 8
    case list = 9
    case set = 10
    case map = 11
    case structure = 12
  }

  private static let depthLimit = 32

  /// The one at `position`, which is moved behind it; nil for what is none.
  init?(_ bytes: Span<UInt8>, at position: inout Int, depth: Int = 0) {
    guard depth < Self.depthLimit else { return nil }
    var number = 0
    while true {
      guard position < bytes.count else { return nil }
      let head = bytes[position]
      position += 1
      if head == 0 { return }
      guard let kind = Kind(rawValue: head & 0x0F) else { return nil }
      if head >> 4 == 0 {
        guard let stated = bytes.signedVarint(at: &position) else { return nil }
        number = stated
      } else {
        number &+= Int(head >> 4)
      }
      switch kind {
      case .isTrue: fields[number] = .boolean(true)
      case .isFalse: fields[number] = .boolean(false)
      default:
        guard let value = Self.value(kind, bytes, at: &position, depth) else { return nil }
        fields[number] = value
      }
    }
  }

  private static func value(
    _ kind: Kind, _ bytes: Span<UInt8>, at position: inout Int, _ depth: Int
  ) -> Value? {
    switch kind {
    case .isTrue, .isFalse, .byte:
      guard position < bytes.count else { return nil }
      position += 1
      return kind == .byte
        ? .integer(Int(Int8(bitPattern: bytes[position - 1]))) : .boolean(bytes[position - 1] == 1)
    case .int16, .int32, .int64: return bytes.signedVarint(at: &position).map { .integer($0) }
    case .double:
      position += 8
      return position <= bytes.count ? .other : nil
    case .binary:
      guard let count = bytes.varint(at: &position), count <= bytes.count - position else {
        return nil
      }
      position += Int(count)
      return .bytes(position - Int(count)..<position)
    case .list, .set: return list(bytes, at: &position, depth)
    case .map: return map(bytes, at: &position, depth)
    case .structure:
      return ThriftStructure(bytes, at: &position, depth: depth + 1).map { .structure($0) }
    }
  }

  private static func list(
    _ bytes: Span<UInt8>, at position: inout Int, _ depth: Int
  ) -> Value? {
    guard depth < depthLimit, position < bytes.count,
      let kind = Kind(rawValue: bytes[position] & 0x0F)
    else { return nil }
    var count = UInt64(bytes[position] >> 4)
    position += 1
    if count == 15 {
      guard let stated = bytes.varint(at: &position) else { return nil }
      count = stated
    }
    // Each value takes a byte at least.
    guard count <= bytes.count - position else { return nil }
    var values: [Value] = []
    for _ in 0..<count {
      guard let value = value(kind, bytes, at: &position, depth + 1) else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  private static func map(
    _ bytes: Span<UInt8>, at position: inout Int, _ depth: Int
  ) -> Value? {
    guard depth < depthLimit, let count = bytes.varint(at: &position) else { return nil }
    if count == 0 { return .other }
    guard position < bytes.count, count <= bytes.count - position,
      let key = Kind(rawValue: bytes[position] >> 4),
      let kind = Kind(rawValue: bytes[position] & 0x0F)
    else { return nil }
    position += 1
    for _ in 0..<count {
      guard value(key, bytes, at: &position, depth + 1) != nil,
        value(kind, bytes, at: &position, depth + 1) != nil
      else { return nil }
    }
    return .other
  }

  // MARK: Fields

  func boolean(_ number: Int) -> Bool? {
    if case .boolean(let value) = fields[number] { value } else { nil }
  }

  func integer(_ number: Int) -> Int? {
    if case .integer(let value) = fields[number] { value } else { nil }
  }

  func bytes(_ number: Int) -> Range<Int>? {
    if case .bytes(let value) = fields[number] { value } else { nil }
  }

  func structure(_ number: Int) -> ThriftStructure? {
    if case .structure(let value) = fields[number] { value } else { nil }
  }

  func structures(_ number: Int) -> [ThriftStructure] {
    guard case .list(let values) = fields[number] else { return [] }
    return values.compactMap { if case .structure(let value) = $0 { value } else { nil } }
  }

  /// The number of the only field of a union; nil for none.
  var choice: Int? { fields.keys.first }
}
