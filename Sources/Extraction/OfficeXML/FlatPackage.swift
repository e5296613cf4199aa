import ScanModel

/// The package that a flat one stands for: XML parts as they stand, all others out of base64.
struct FlatPackage {
  /// A zip archive with the parts.
  let bytes: [UInt8]
  /// Why that is not all of the parts, if so.
  let failure: PartialReason?

  /// `text` is the whole file in UTF-8.
  init<Sink: DocumentSink & ~Copyable>(_ text: [UInt8], _ sink: inout Sink) {
    var parts = Parts(context: sink.context)
    var scanner = XMLScanner()
    _ = scanner.scan(text.span, isLast: true, into: &parts, of: &sink)
    failure = parts.failure ?? scanner.failure
    bytes = parts.archive.finished()
  }

  /// The parts as the file gives them.
  private struct Parts: PartContent {
    let context: ExtractionContext
    var archive = StoredArchive()
    var failure: PartialReason?
    private var name: [UInt8] = []
    private var data: [UInt8] = []
    private var isInData = false
    /// Where the part that was found last ends: nothing before is looked at again.
    private var end = 0

    init(context: ExtractionContext) {
      self.context = context
    }

    mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
      switch element.name {
      case .part where element.attributes.lowerBound >= end:
        name = element.value(of: .name, in: bytes) ?? []
        if name.first == UInt8(ascii: "/") { name.removeFirst() }
      case .xmlData where element.attributes.lowerBound >= end:
        let start = min(element.attributes.upperBound + 1, bytes.count)
        end = Self.endOfData(in: bytes, from: start)
        add(bytes.bytes(start..<end))
      case .binaryData: isInData = true
      default: break
      }
    }

    mutating func end(_ name: OfficeName) {
      guard name == .binaryData, isInData else { return }
      isInData = false
      var content: [UInt8] = []
      Base64Decoding.decode(data.span, into: &content)
      data.removeAll()
      add(content)
    }

    mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      if isInData { data.append(bytes, range) }
    }

    mutating func take(_ scalar: Unicode.Scalar) {}

    private mutating func add(_ content: [UInt8]) {
      guard context.spend(unpacked: content.count), archive.add(name, content) else {
        return failure = .limit
      }
    }

    /// The start of the end tag `pkg:xmlData` that follows; the end of the file for none.
    private static func endOfData(in bytes: Span<UInt8>, from start: Int) -> Int {
      let name = Array("xmlData".utf8)
      var search = MarkSearch(for: UInt8(ascii: "<"), or: UInt8(ascii: "<"), or: UInt8(ascii: "<"))
      var position = search.next(in: bytes, from: start)
      while position < bytes.count {
        if isEndTag(of: name, in: bytes, at: position) { return position }
        position = search.next(in: bytes, from: position + 1)
      }
      return bytes.count
    }

    /// Whether the end tag of an element of this name, with or without a prefix, is at `position`.
    private static func isEndTag(
      of name: [UInt8], in bytes: Span<UInt8>, at position: Int
    ) -> Bool {
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "/") else {
        return false
      }
      var nameStart = position + 2
      for index in nameStart..<max(nameStart, min(bytes.count, nameStart + 64)) {
        if bytes[index] == UInt8(ascii: ">") || bytes[index].isMarkupSpace {
          return index - nameStart == name.count && bytes.hasBytes(name, at: nameStart)
        }
        if bytes[index] == UInt8(ascii: ":") { nameStart = index + 1 }
      }
      return false
    }
  }
}
