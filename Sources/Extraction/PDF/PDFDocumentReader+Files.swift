import ScanModel

extension PDFDocumentReader {
  private static var nodeLimit: Int { 100_000 }

  /// Reads the files of the name tree and those that the document is associated with.
  mutating func readEmbeddedFiles<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    let root = file.root
    let tree = file.value("/EmbeddedFiles", of: file.value("/Names", of: root))
    var files: [PDFFile.Object] = []
    forEachValue(of: tree, under: "/Names") { files.append($0) }
    for file in files { noteAttachment(file) }
    let associated = file.value("/AF", of: root)
    for index in 0..<min(file.count(of: associated), Self.nodeLimit) {
      noteAttachment(file.item(index, of: associated))
    }
    readAttachments(into: &sink)
  }

  /// Calls `body` with each value of a tree of names or numbers, whose leaves have them under `key`.
  func forEachValue(
    of tree: PDFFile.Object, under key: StaticString, _ body: (PDFFile.Object) -> Void
  ) {
    var nodes = [tree]
    var visited: Set<Int> = []
    var nodeCount = 0
    while let node = nodes.popLast(), nodeCount < Self.nodeLimit {
      nodeCount += 1
      let id = file.id(node)
      guard id == 0 || visited.insert(id).inserted else { continue }
      let values = file.value(key, of: node)
      for index in stride(from: 1, to: min(file.count(of: values), Self.nodeLimit), by: 2) {
        body(file.item(index, of: values))
      }
      let kids = file.value("/Kids", of: node)
      for index in (0..<min(file.count(of: kids), Self.nodeLimit)).reversed() {
        nodes.append(file.item(index, of: kids))
      }
    }
  }

  /// Keeps the file that a file specification embeds, to be read when no text is open.
  mutating func noteAttachment(_ specification: PDFFile.Object) {
    let embedded = file.value("/EF", of: specification)
    var stream = file.value("/F", of: embedded)
    if !file.isStream(stream) { stream = file.value("/UF", of: embedded) }
    let id = file.id(stream)
    guard file.isStream(stream), id != 0, readFiles.insert(id).inserted else { return }
    var name = file.string(file.value("/UF", of: specification))
    if name.isEmpty { name = file.string(file.value("/F", of: specification)) }
    attachments.append(
      PDFAttachment(name: String(decoding: PDFTextString.decode(name), as: UTF8.self), id: id))
  }

  /// Reads the files that were kept, as members.
  mutating func readAttachments<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    let attachments = attachments
    self.attachments.removeAll()
    for attachment in attachments where !sink.isCancelled {
      let parts = place([.member(attachment.name)])
      let stream = file.object(id: attachment.id)
      guard
        let content = PDFStreams.content(
          of: stream, in: file, limit: sink.context.limits.bytesInMemory)
      else {
        miss(.malformed, at: parts, into: &sink)
        continue
      }
      file.releaseObjects()
      guard !content.isOverLimit, sink.context.spend(unpacked: content.bytes.count) else {
        miss(.limit, at: parts, into: &sink)
        continue
      }
      guard tells(content.bytes) else { continue }
      if !content.isWhole { miss(.malformed, at: parts, into: &sink) }
      sink.takeMember(at: parts, bytes: content.bytes)
    }
  }

  /// Books a part that is missing.
  mutating func miss<Sink: DocumentSink & ~Copyable>(
    _ reason: PartialReason, at parts: [DocumentPart], into sink: inout Sink
  ) {
    note(reason)
    sink.miss(reason, at: parts)
  }
}
