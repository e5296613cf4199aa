import ContentTypes
import ScanModel

extension PDFDocumentReader {
  /// Notes which object holds the properties of a file whose last trailer does not say so, as an update
  /// need not repeat it, and whether there are earlier states; returns where those end.
  mutating func noteEarlierStates(in bytes: Span<UInt8>) -> [Int] {
    guard let offset = file.integer(file.value("/Prev", of: file.trailer)) else { return [] }
    if file.isNull(file.value("/Info", of: file.trailer)) {
      earlierInformation = PDFTrailer.informationNumber(before: offset, in: bytes)
    }
    let ends = PDFUpdates.earlierEnds(in: bytes, before: offset)
    if !ends.isEmpty { known = PDFKnownTexts() }
    return ends
  }

  /// Reads the information dictionary and the metadata stream.
  mutating func readProperties<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    var properties = file.value("/Info", of: file.trailer)
    if let id = earlierInformation { properties = file.object(id: id) }
    var text = DocumentText()
    for key in file.keys(of: properties) {
      let value = file.value(named: key[...], of: properties)
      guard file.isString(value) else { continue }
      text.add(PDFTextString.decode(file.string(value)), named: PDFTextString.decode(key))
    }
    push(&text, at: [.section(.properties)], into: &sink)
    takeMarkup(
      [file.value("/Metadata", of: file.root)], at: [.section(.metadata)], into: &sink)
  }

  /// Reads the titles of the outline.
  mutating func readOutline<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    var text = DocumentText()
    var nodes = [file.value("/First", of: file.value("/Outlines", of: file.root))]
    var visited: Set<Int> = []
    while let node = nodes.popLast(), !sink.isCancelled {
      let id = file.id(node)
      guard id != 0, file.isDictionary(node), visited.count < 100_000,
        visited.insert(id).inserted
      else { continue }
      text.addParagraph(PDFTextString.decode(file.string(file.value("/Title", of: node))))
      addLink(file.value("/A", of: node), to: &text)
      nodes.append(file.value("/Next", of: node))
      nodes.append(file.value("/First", of: node))
    }
    push(&text, at: [.section(.outline)], into: &sink)
  }

  /// Adds what an action leads to, an address or the name of a file, or the script that it runs; and
  /// those of the actions behind it.
  func addLink(_ action: PDFFile.Object, to text: inout DocumentText, depth: Int = 0) {
    let address = file.string(file.value("/URI", of: action))
    if !address.isEmpty { text.addParagraph(PDFTextString.decode(address)) }
    guard depth < 8, file.isDictionary(action) else { return }
    let target = file.value("/F", of: action)
    for value in [target, file.value("/UF", of: target), file.value("/F", of: target)] {
      let name = file.string(value)
      guard !name.isEmpty else { continue }
      text.addParagraph(PDFTextString.decode(name))
      break
    }
    for script in texts(of: file.value("/JS", of: action), depth: 2) where !script.isEmpty {
      text.addParagraph(script)
    }
    let next = file.value("/Next", of: action)
    if file.isDictionary(next) { addLink(next, to: &text, depth: depth + 1) }
    for index in 0..<min(64, file.count(of: next)) {
      addLink(file.item(index, of: next), to: &text, depth: depth + 1)
    }
  }

  /// Reads the scripts that run when the document is opened, and what its pages are called.
  mutating func readScriptsAndLabels<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    var scripts = DocumentText()
    let action = file.value("/OpenAction", of: file.root)
    addLink(action, to: &scripts)
    let names = file.value("/JavaScript", of: file.value("/Names", of: file.root))
    forEachValue(of: names, under: "/Names") { addLink($0, to: &scripts) }
    push(&scripts, at: [.section(.fieldCodes)], into: &sink)
    var labels = DocumentText()
    forEachValue(of: file.value("/PageLabels", of: file.root), under: "/Nums") {
      labels.addParagraph(PDFTextString.decode(file.string(file.value("/P", of: $0))))
    }
    push(&labels, at: [.section(.outline)], into: &sink)
  }

  /// Pushes a text as a whole, unless it is empty.
  mutating func push<Sink: DocumentSink & ~Copyable>(
    _ text: inout DocumentText, at parts: [DocumentPart], into sink: inout Sink
  ) {
    guard !text.isEmpty else { return }
    if let rest = known?.newFields(of: text), isEarlier { text = rest }
    guard !text.isEmpty else { return }
    sink.beginText(at: place(parts))
    text.finish(into: &sink)
    sink.endText()
  }

  /// Reads streams that together are one document of XML.
  mutating func takeMarkup<Sink: DocumentSink & ~Copyable>(
    _ streams: [PDFFile.Object], at parts: [DocumentPart], into sink: inout Sink
  ) {
    var bytes: [UInt8] = []
    for stream in streams {
      guard file.isStream(stream) else { continue }
      let limit = max(0, (64 << 20) - bytes.count)
      guard let content = PDFStreams.content(of: stream, in: file, limit: limit) else {
        miss(.malformed, at: parts, into: &sink)
        continue
      }
      if content.isOverLimit { miss(.limit, at: parts, into: &sink) }
      bytes += content.bytes
    }
    if let lines = known?.newLines(of: bytes), isEarlier { bytes = lines }
    guard !bytes.isEmpty else { return }
    guard sink.context.spend(unpacked: bytes.count) else {
      return miss(.limit, at: parts, into: &sink)
    }
    sink.takeText(.xml, bytes.markupEncoding, bytes, at: place(parts), isFragment: isEarlier)
  }
}

extension [UInt8] {
  /// The encoding of a document of XML, from how it begins.
  fileprivate var markupEncoding: TextEncoding {
    if starts(with: [0xFE, 0xFF]) || starts(with: [0x00, 0x3C]) { return .utf16BE }
    if starts(with: [0xFF, 0xFE]) || starts(with: [0x3C, 0x00]) { return .utf16LE }
    return .utf8
  }
}
