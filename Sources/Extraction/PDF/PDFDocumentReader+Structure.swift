import ScanModel

extension PDFDocumentReader {
  private static var elementLimit: Int { 200_000 }

  /// Reads what the structure of the document says of its elements: what a picture shows, titles, and
  /// what abbreviations stand for.
  mutating func readStructure<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    let root = file.value("/StructTreeRoot", of: file.root)
    guard file.isDictionary(root) else { return }
    var text = DocumentText()
    var visited: Set<Int> = []
    var elements = [file.id(root)]
    while let id = elements.popLast(), !sink.isCancelled {
      guard visited.insert(id).inserted else { continue }
      guard visited.count < Self.elementLimit else {
        note(.limit)
        break
      }
      let element = file.object(id: id)
      guard file.kind(of: element) == .dictionary else { continue }
      addTexts(of: element, to: &text)
      addChildren(of: file.value("/K", of: element), to: &elements, &text, depth: 0)
      if visited.count % 256 == 0 { file.releaseObjects() }
    }
    push(&text, at: [.section(.annotations)], into: &sink)
  }

  private func addTexts(of element: PDFFile.Object, to text: inout DocumentText) {
    let keys: [StaticString] = ["/Alt", "/E", "/T"]
    for key in keys where file.hasKey(key, of: element) {
      let value = file.string(file.value(key, of: element))
      if !value.isEmpty { text.addParagraph(PDFTextString.decode(value)) }
    }
  }

  /// Notes the children of an element, the first of them to be read first.
  private func addChildren(
    of list: PDFFile.Object, to elements: inout [Int], _ text: inout DocumentText, depth: Int
  ) {
    guard depth < 32 else { return }
    switch file.kind(of: list) {
    case .array:
      for index in (0..<min(file.count(of: list), Self.elementLimit)).reversed() {
        addChildren(of: file.item(index, of: list), to: &elements, &text, depth: depth + 1)
      }
    case .dictionary:
      let id = file.id(list)
      if id != 0 { return elements.append(id) }
      addTexts(of: list, to: &text)
      addChildren(of: file.value("/K", of: list), to: &elements, &text, depth: depth + 1)
    case .other: return
    }
  }
}
