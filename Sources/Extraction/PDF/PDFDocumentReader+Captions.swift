import ScanModel

/// Fields whose own names say nothing (`Text12`), and buttons, whose choices are printed on the page.
extension PDFDocumentReader {
  private static var waitingLimit: Int { 100_000 }
  private static var widgetLimit: Int { 5_000 }

  /// Whether what a field is called, or what it holds, is to be read from its page.
  func waits(_ field: PDFFile.Object, id: Int, name: [UInt8]) -> Bool {
    let value = file.value("/V", of: field)
    guard id != 0, waitingFields.count < Self.waitingLimit, !file.isNull(value) else {
      return false
    }
    let kids = file.value("/Kids", of: field)
    let hasFields =
      file.count(of: kids) > 0 && file.isString(file.value("/T", of: file.item(0, of: kids)))
    guard !hasFields else { return false }
    if file.isName(value) { return isPressed(file.name(value)) }
    if letter(of: field) != nil { return true }
    let label = PDFTextString.decode(file.string(file.value("/TU", of: field)))
    return !label.namesField && !name.lastNames.namesField
  }

  func isPressed(_ state: [UInt8]) -> Bool { !state.isEmpty && state != Array("Off".utf8) }

  /// The value of a field, where that is one letter or digit.
  func letter(of field: PDFFile.Object) -> UInt8? {
    let value = file.value("/V", of: field)
    guard file.isString(value) else { return nil }
    let text = PDFTextString.decode(file.string(value))
    return text.count == 1 && text[0].isLetterOrDigit ? text[0] : nil
  }

  /// The places of all fields of a page.
  func fieldBoxes(of page: PDFFile.Object) -> [PDFRectangle] {
    let list = file.value("/Annots", of: page)
    var boxes: [PDFRectangle] = []
    for index in 0..<min(Self.widgetLimit, file.count(of: list)) {
      let annotation = file.item(index, of: list)
      guard file.name(file.value("/Subtype", of: annotation)) == Array("Widget".utf8),
        let box = box(of: annotation)
      else { continue }
      boxes.append(box)
    }
    return boxes
  }

  func box(of annotation: PDFFile.Object) -> PDFRectangle? {
    PDFRectangle(file.numbers(file.value("/Rect", of: annotation), upTo: 4))
  }

  /// Adds a field that waits for what is printed beside it; that of a button only where `widget` is the
  /// choice that is made.
  mutating func addWaitingField(
    _ field: PDFFile.Object, id: Int, at widget: PDFFile.Object, to text: inout DocumentText
  ) {
    let value = file.value("/V", of: field)
    let box = box(of: widget)
    let isButton = file.isName(value)
    guard let name = waitingFields[id],
      !isButton || file.name(file.value("/AS", of: widget)) == file.name(value)
    else { return }
    waitingFields[id] = nil
    readFields.insert(id)
    if isButton {
      let choice = box.flatMap { captions?.choice(at: $0) }
      return addField(
        field, name: name, caption: choice?.name ?? [], choice: choice?.text ?? [], to: &text)
    }
    let caption = box.flatMap { captions?.caption(of: $0) } ?? []
    addField(field, name: name, caption: caption, to: &text)
  }

  /// Adds the value that fields with one letter each have together, and what they are called.
  mutating func addBoxes(_ fields: PDFBoxFields, to text: inout DocumentText) {
    guard let first = fields.boxes.first, let name = waitingFields[fields.ids[0]] else { return }
    let caption = captions?.caption(of: first) ?? []
    for id in fields.ids {
      waitingFields[id] = nil
      readFields.insert(id)
    }
    text.add(fields.letters, named: caption.namesField ? caption : name)
    for letter in fields.letters { shownValues.insert([letter]) }
  }

  /// Reads the fields that stand on no page.
  mutating func readWaitingFields<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    guard !waitingFields.isEmpty else { return }
    var text = DocumentText()
    for (id, name) in waitingFields.sorted(by: { $0.key < $1.key }) {
      guard !sink.isCancelled else { break }
      readFields.insert(id)
      addField(file.object(id: id), name: name, to: &text)
      if id % 64 == 0 { file.releaseObjects() }
    }
    waitingFields = [:]
    push(&text, at: [.section(.formFields)], into: &sink)
  }
}

extension [UInt8] {
  /// The last two parts of the name of a field: `naam.0`.
  fileprivate var lastNames: [UInt8] {
    Array(split(separator: UInt8(ascii: ".")).suffix(2).joined(separator: " ".utf8))
  }
}
