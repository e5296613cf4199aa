/// A start tag, as positions in the bytes that it was found in.
struct XMLElement {
  let name: OfficeName
  /// The name without its prefix.
  let localName: Range<Int>
  /// What stands between the name and the end of the tag.
  let attributes: Range<Int>

  /// Goes through the attributes from the first one on.
  func attributeList() -> XMLAttributes {
    XMLAttributes(range: attributes)
  }

  /// The value of the first attribute of this local name, with its references replaced.
  func value(of name: OfficeName, in bytes: Span<UInt8>) -> [UInt8]? {
    var list = attributeList()
    while let attribute = list.next(in: bytes) {
      if OfficeNames.all.name(in: bytes, attribute.name) == name {
        return bytes.unescaped(attribute.value)
      }
    }
    return nil
  }

  /// The value of the attribute `id`, `embed` or the like in the name space of relations, which has a
  /// prefix.
  func relationID(in bytes: Span<UInt8>) -> [UInt8]? {
    var list = attributeList()
    while let attribute = list.next(in: bytes) {
      if attribute.isPrefixed, OfficeNames.all.name(in: bytes, attribute.name) == .id {
        return bytes.unescaped(attribute.value)
      }
    }
    return nil
  }

  /// Whether the attribute, if it is there, says yes; elements without it do.
  func isOn(_ name: OfficeName, in bytes: Span<UInt8>) -> Bool {
    guard let value = value(of: name, in: bytes) else { return true }
    return value != Array("0".utf8) && value != Array("false".utf8) && value != Array("off".utf8)
  }
}

/// The attributes of a tag, one after the other.
struct XMLAttributes {
  struct Attribute {
    /// The name without its prefix.
    let name: Range<Int>
    let value: Range<Int>
    let isPrefixed: Bool
  }

  private var position: Int
  private let end: Int

  init(range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  @inline(__always)
  mutating func next(in bytes: Span<UInt8>) -> Attribute? {
    while position < end, bytes[position].isMarkupSpace { position &+= 1 }
    var nameStart = position
    var isPrefixed = false
    while position < end, bytes[position] != UInt8(ascii: "=") {
      if bytes[position] == UInt8(ascii: ":") {
        nameStart = position &+ 1
        isPrefixed = true
      }
      position &+= 1
    }
    var nameEnd = position
    while nameEnd > nameStart, bytes[nameEnd &- 1].isMarkupSpace { nameEnd &-= 1 }
    position &+= 1
    while position < end, bytes[position].isMarkupSpace { position &+= 1 }
    guard position < end else { return nil }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let valueStart = position &+ 1
    position = valueStart
    while position < end, bytes[position] != quote { position &+= 1 }
    let value = valueStart..<position
    position &+= 1
    return Attribute(name: nameStart..<nameEnd, value: value, isPrefixed: isPrefixed)
  }
}

extension Span<UInt8> {
  /// The bytes in `range` with the references of XML replaced.
  func unescaped(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    MarkupReferences(isHTML: false).append(self, range, to: &text)
    return text
  }
}
