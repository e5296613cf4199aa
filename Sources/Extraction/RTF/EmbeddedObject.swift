/// An object of OLE 1.0, as RTF and old documents embed it.
///
/// Source: MS-OLEDS 2.2.
struct EmbeddedObject {
  /// Where the data of the object lies; empty for a link.
  let data: Range<Int>
  /// The name of the file that was embedded, if it was one.
  let name: String?

  /// Nil where `bytes` hold no such object.
  init?(_ bytes: Span<UInt8>) {
    guard let kind = bytes.littleUInt32(at: 4) else { return nil }
    if kind == 0 || kind == 1 {
      data = 0..<0
      name = nil
      return
    }
    guard kind == 2 else { return nil }
    var position = 8
    for _ in 0..<3 {
      guard let count = bytes.littleUInt32(at: position), count <= bytes.count - position - 4
      else { return nil }
      position += 4 + count
    }
    guard position <= bytes.count else { return nil }
    let package = OLEPackage(bytes.extracting(position...))
    name = package.name
    data = position + package.content.lowerBound..<position + package.content.upperBound
  }
}
