/// The root element of an XML part, which tells what it is, whatever the package says of it.
struct PartRoot {
  let name: OfficeName
  /// Whether it stands in the name space that diagrams have for their drawn form.
  let isDrawnDiagram: Bool

  /// Nil where there is no element in the first bytes.
  init?(of head: Span<UInt8>) {
    let end = min(head.count, 4096)
    guard let start = Self.start(in: head, before: end) else { return nil }
    var nameStart = start
    var position = start
    while position < end, !head[position].isMarkupSpace, head[position] != UInt8(ascii: ">"),
      head[position] != UInt8(ascii: "/")
    {
      if head[position] == UInt8(ascii: ":") { nameStart = position + 1 }
      position += 1
    }
    guard nameStart < position else { return nil }
    name = OfficeNames.all.name(in: head, nameStart..<position)
    isDrawnDiagram = name == .drawing && head.hasBytes(Array("dsp:".utf8), at: start)
  }

  /// The position of the name of the first tag, behind declarations and comments.
  private static func start(in head: Span<UInt8>, before end: Int) -> Int? {
    var position = 0
    while position + 1 < end {
      guard head[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      switch head[position + 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        while position < end, head[position] != UInt8(ascii: ">") { position += 1 }
      default: return position + 1
      }
    }
    return nil
  }
}
