import ScanModel

/// The storage of a message, a recipient or an attachment in a compound file.
///
/// Source: MS-OXMSG.
struct MAPIStorage {
  /// The size of what stands before the properties of fixed size.
  enum Head: Int {
    case message = 32
    case nestedMessage = 24
    case other = 8
  }

  private static let valueLimit = 1 << 20
  private static let streamFront: StaticString = "__substg1.0_"

  let entry: CompoundFileEntry
  let file: CompoundFile
  let names: MAPINames

  /// All properties but the data of an attachment, and the long ones that hold no text.
  func properties<Sink: DocumentSink & ~Copyable>(
    _ head: Head, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> MAPIProperties {
    var properties = MAPIProperties()
    addFixed(head, bytes, to: &properties)
    let streams = file.children(of: entry)
      .filter { $0.kind == .stream && $0.hasName(beginning: Self.streamFront) }
      .sorted { $0.name < $1.name }
    for child in streams {
      guard !sink.isCancelled else { break }
      guard let tag = Self.tag(of: child.name) else { continue }
      let id = tag >> 16
      let kind = tag & 0xFFFF
      guard id != MAPIProperties.attachedData else { continue }
      let isBody =
        id == MAPIProperties.html || id == MAPIProperties.compressedRTF || id == MAPIProperties.body
      let isText = kind & 0xFFE == 0x1E
      guard isBody || isText || child.size <= Self.valueLimit else { continue }
      let stream = file.stream(child, of: bytes, limit: sink.context.limits.bytesInMemory)
      guard sink.context.spend(unpacked: stream.bytes.count) else {
        sink.miss(.limit, at: [])
        break
      }
      if !stream.isWhole, isBody || isText { sink.miss(.malformed, at: []) }
      if let value = Self.value(stream.bytes, kind: kind) {
        properties.add(MAPIProperty(id: id, name: names.name(of: id), value))
      }
    }
    return properties
  }

  /// The stream or storage with the data of an attachment.
  var data: CompoundFileEntry? {
    file.stream("__substg1.0_37010102", in: entry)
      ?? file.entry("__substg1.0_3701000D", in: entry)
  }

  private func addFixed(
    _ head: Head, _ bytes: Span<UInt8>, to properties: inout MAPIProperties
  ) {
    guard let stream = file.stream("__properties_version1.0", in: entry) else { return }
    let table = file.stream(stream, of: bytes, limit: Self.valueLimit).bytes
    for position in stride(from: head.rawValue, to: table.count - 15, by: 16) {
      guard let kind = table.span.littleUInt16(at: position),
        let id = table.span.littleUInt16(at: position + 2),
        let low = table.span.littleInt32(at: position + 8),
        let long = table.span.littleUInt64(at: position + 8)
      else { return }
      switch kind {
      case 0x02: properties.add(number: Int(Int16(truncatingIfNeeded: low)), id, names)
      case 0x03, 0x0B: properties.add(number: low, id, names)
      case 0x14: properties.add(number: Int(truncatingIfNeeded: long), id, names)
      case 0x40: properties.add(MAPIProperty(id: id, name: names.name(of: id), .time(long)))
      default: continue
      }
    }
  }

  private static func value(_ bytes: [UInt8], kind: Int) -> MAPIProperty.Value? {
    switch kind {
    case 0x1E, 0x101E: return .narrowText(bytes)
    case 0x1F, 0x101F:
      var text: [UInt8] = []
      _ = UTF16Decoding.decode(
        bytes.span.extracting(..<(bytes.count & ~1)), .little, isLast: true, into: &text)
      while text.last == 0 { text.removeLast() }
      return .text(text)
    case 0x102, 0x1102: return .binary(bytes)
    default: return nil
    }
  }

  /// The number and type of the property that a stream holds, a value of several too; nil for
  /// other streams and for the lengths of several values.
  private static func tag(of name: String) -> Int? {
    var position = 0
    var tag = 0
    var rest = name.utf8[...]
    let front = streamFront.utf8CodeUnitCount
    guard rest.count >= front + 8 else { return nil }
    rest = rest.dropFirst(front)
    for byte in rest {
      guard position < 8 else { break }
      guard let digit = byte.hexDigit else { return nil }
      tag = tag << 4 | Int(digit)
      position += 1
    }
    let isOneOfSeveral = rest.count > 8
    let isSeveral = tag & 0x1000 != 0
    return isSeveral == isOneOfSeveral ? tag : nil
  }
}

extension MAPIProperties {
  fileprivate mutating func add(number: Int, _ id: Int, _ names: MAPINames) {
    add(MAPIProperty(id: id, name: names.name(of: id), .number(number)))
  }
}
