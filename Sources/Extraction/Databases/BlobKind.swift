import ContentTypes

/// What the bytes in a column of a database are read as.
enum BlobKind {
  case cell, document, unknown

  /// Shorter bytes that are no text are keys, hashes and the like.
  static let shortestDocument = 64
  /// The bytes that a text has at most to be the cell of a table.
  private static let cellByteLimit = 64 << 10

  init(of blob: [UInt8]) {
    let head = blob.span.extracting(0..<min(blob.count, ContentType.headByteCount))
    let type = ContentType.detect(head: head, isWhole: blob.count <= ContentType.headByteCount)
    guard case .text(let form, let encoding) = type else {
      self = DocumentExtractor.reads(type) ? .document : .unknown
      return
    }
    let isCell =
      encoding == .utf8 && blob.count <= Self.cellByteLimit && !DocumentExtractor.reads(form)
      && UTF8Check.validEnd(of: blob.span, from: 0).end == blob.count
    self = isCell ? .cell : .document
  }
}
