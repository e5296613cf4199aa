import ScanModel

/// Takes what a flat file holds in base64 as members: pictures and objects, named by their frame.
///
/// Fonts and the pictures of objects that are there themselves hold no text of the document.
struct OpenDocumentFlatMembers: XMLContent {
  private static let frame = MarkupCode(Array("frame".utf8))
  private static let objects = ["object", "object-ole"].map { MarkupCode(Array($0.utf8)) }
  private static let image = MarkupCode(Array("image".utf8))
  private static let fonts = MarkupCode(Array("font-face-decls".utf8))
  private static let binaryData = MarkupCode(Array("binary-data".utf8))

  private var depth = 0
  private var frameName: [UInt8] = []
  private var hasObject = false
  private var isInImage = false
  /// How deep the element with fonts, and that with data, lies; 0 outside of them.
  private var fontDepth = 0
  private var dataDepth = 0
  private var data: [UInt8] = []
  private var number = 0
  private(set) var isOverLimit = false

  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ tag: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    depth += 1
    guard fontDepth == 0, dataDepth == 0 else { return }
    let name = MarkupCode(bytes, tag.localName)
    switch name {
    case Self.frame:
      frameName = tag.value(.name, in: bytes) ?? []
      hasObject = false
      isInImage = false
    case Self.image: isInImage = true
    case Self.fonts: fontDepth = depth
    case Self.binaryData: dataDepth = depth
    case _ where Self.objects.contains(name):
      hasObject = true
      isInImage = false
    default: break
    }
  }

  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {
    defer { depth = max(depth - 1, 0) }
    if fontDepth == depth { fontDepth = 0 }
    guard dataDepth == depth, depth > 0 else { return }
    dataDepth = 0
    defer { data.removeAll(keepingCapacity: true) }
    guard !data.isEmpty, !(isInImage && hasObject), !isOverLimit, !sink.isCancelled else {
      return
    }
    var member: [UInt8] = []
    Base64Decoding.decode(data.span, into: &member)
    number += 1
    let name = frameName.isEmpty ? "\(number)" : String(decoding: frameName, as: UTF8.self)
    guard sink.context.spend(unpacked: member.count) else {
      isOverLimit = true
      return sink.miss(.limit, at: [.member(name)])
    }
    sink.takeMember(at: [.member(name)], bytes: member)
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if dataDepth > 0 { data.append(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {}
}
