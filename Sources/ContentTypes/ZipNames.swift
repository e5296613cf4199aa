/// Tells what a zip is by the names of its first entries.
enum ZipNames {
  /// The type of the zip that begins with `head`; `.zip` where the names there tell nothing.
  static func type(of head: Span<UInt8>) -> BinaryType {
    var type: BinaryType?
    var isEncrypted = false
    var isOOXML = false
    var isFirst = true
    var position = 0
    while let start = nextEntry(in: head, from: position) {
      position = start + 4
      guard start + 30 <= head.count else { break }
      isEncrypted = isEncrypted || head[start + 6] & 1 != 0
      let nameCount = Int(head[start + 26]) | Int(head[start + 27]) << 8
      let extraCount = Int(head[start + 28]) | Int(head[start + 29]) << 8
      let name = start + 30
      let content = name + nameCount + extraCount
      if isFirst, nameCount == 8, head.has("mimetype", at: name) {
        return documentType(head, at: content) ?? .zip
      }
      isFirst = false
      if head.has("[Content_Types].xml", at: name) || head.has("_rels/.rels", at: name) {
        isOOXML = true
      }
      let part = partType(head, at: name)
      if type == nil || part == .xlsb { type = part ?? type }
      position = max(position, min(content + packedCount(head, at: start), head.count))
    }
    if isEncrypted { return .encryptedZip }
    return type ?? (isOOXML ? .ooxml : .zip)
  }

  /// The bytes that the entry at `start` holds, where its header knows them.
  private static func packedCount(_ head: Span<UInt8>, at start: Int) -> Int {
    guard head[start + 6] & 8 == 0 else { return 0 }
    return head.littleEndian32(at: start + 18)
  }

  private static func nextEntry(in head: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position + 4 <= head.count {
      if head[position] == 0x50, head.has([0x50, 0x4B, 0x03, 0x04], at: position) {
        return position
      }
      position += 1
    }
    return nil
  }

  /// OpenDocument and EPUB: the content of the first entry, `mimetype`, stored as it is.
  private static func documentType(_ head: Span<UInt8>, at position: Int) -> BinaryType? {
    if head.has("application/epub+zip", at: position) { return .epub }
    let prefix: StaticString = "application/vnd.oasis.opendocument."
    guard head.has(prefix, at: position) else { return nil }
    let rest = position + prefix.utf8CodeUnitCount
    if head.has("text", at: rest) { return .odt }
    if head.has("spreadsheet", at: rest) { return .ods }
    return head.has("presentation", at: rest) ? .odp : nil
  }

  private static func partType(_ head: Span<UInt8>, at name: Int) -> BinaryType? {
    if head.has("word/", at: name) { return .docx }
    if head.has("xl/workbook.bin", at: name) || head.has("xl/_rels/workbook.bin.rels", at: name) {
      return .xlsb
    }
    if head.has("xl/", at: name) { return .xlsx }
    if head.has("ppt/", at: name) { return .pptx }
    if head.has("visio/", at: name) { return .vsdx }
    if head.has("META-INF/MANIFEST.MF", at: name) { return .jar }
    return head.has("Index/Document.iwa", at: name) ? .iwork : nil
  }
}
