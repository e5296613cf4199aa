import ScanModel

extension PDFDocumentReader {
  private static var annotationLimit: Int { 100_000 }

  /// Reads what is pinned to a page: notes, links, stamps, fields that the form does not list.
  mutating func readAnnotations<Sink: DocumentSink & ~Copyable>(
    of page: PDFFile.Object, number: Int, into sink: inout Sink
  ) {
    let list = file.value("/Annots", of: page)
    let count = min(Self.annotationLimit, file.count(of: list))
    guard count > 0 else { return }
    var notes = DocumentText()
    var fields = DocumentText()
    addBoxes(in: list, to: &fields)
    for index in 0..<count {
      let annotation = file.item(index, of: list)
      guard file.isDictionary(annotation) else { continue }
      let subtype = String(
        decoding: file.name(file.value("/Subtype", of: annotation)), as: UTF8.self)
      switch subtype {
      case "Widget":
        readWidget(annotation, into: &fields)
        addAppearance(of: annotation, to: &fields)
      case "Link": _ = addNote(annotation, to: &notes)
      default:
        let texts = addNote(annotation, to: &notes)
        if subtype == "FileAttachment" { noteAttachment(file.value("/FS", of: annotation)) }
        addAppearance(of: annotation, besides: texts, to: &notes)
      }
    }
    push(&notes, at: [.page(number), .section(.annotations)], into: &sink)
    push(&fields, at: [.page(number), .section(.formFields)], into: &sink)
  }

  /// Adds the texts of an annotation; returns those that it may show, without spaces.
  private func addNote(
    _ annotation: PDFFile.Object, to text: inout DocumentText
  ) -> [[UInt8]] {
    let contents = PDFTextString.decode(file.string(file.value("/Contents", of: annotation)))
    let author = PDFTextString.decode(file.string(file.value("/T", of: annotation)))
    let subject = PDFTextString.decode(file.string(file.value("/Subj", of: annotation)))
    if !author.isEmpty { text.addParagraph(author) }
    if !subject.isEmpty { text.addParagraph(subject) }
    if !contents.isEmpty { text.addParagraph(contents) }
    let rich = PDFTextString.decode(file.string(file.value("/RC", of: annotation))).withoutTags
    if !rich.isEmpty, rich != contents { text.addParagraph(rich) }
    addLink(file.value("/A", of: annotation), to: &text)
    return [contents.withoutSpaces, rich.withoutSpaces]
  }

  /// Reads a field that the list of the form left out.
  private mutating func readWidget(_ widget: PDFFile.Object, into text: inout DocumentText) {
    addLink(file.value("/A", of: widget), to: &text)
    var field = widget
    var name: [UInt8] = []
    for _ in 0..<32 {
      let id = file.id(field)
      if id != 0, readFields.contains(id) { return }
      if waitingFields[id] != nil {
        return addWaitingField(field, id: id, at: widget, to: &text)
      }
      let partial = PDFTextString.decode(file.string(file.value("/T", of: field)))
      if !partial.isEmpty { name = name.isEmpty ? partial : partial + [0x2E] + name }
      let parent = file.value("/Parent", of: field)
      if !file.isNull(file.value("/V", of: field)) || !file.isDictionary(parent) { break }
      field = parent
    }
    let id = file.id(field)
    if id != 0 { readFields.insert(id) }
    addField(field, name: name, to: &text)
  }

  /// Adds the values whose letters are fields of their own.
  private mutating func addBoxes(in list: PDFFile.Object, to text: inout DocumentText) {
    guard !waitingFields.isEmpty else { return }
    var fields = PDFBoxFields()
    for index in 0..<min(Self.annotationLimit, file.count(of: list)) {
      let annotation = file.item(index, of: list)
      let id = file.id(annotation)
      if waitingFields[id] != nil, let letter = letter(of: annotation),
        let box = box(of: annotation)
      {
        if fields.add(letter, of: id, at: box) { continue }
        if fields.areValue { addBoxes(fields, to: &text) }
        fields = PDFBoxFields()
        _ = fields.add(letter, of: id, at: box)
      }
    }
    if fields.areValue { addBoxes(fields, to: &text) }
  }

  /// Adds the text that an annotation shows, unless a field has it as its value, or `texts` hold it.
  private mutating func addAppearance(
    of annotation: PDFFile.Object, besides texts: [[UInt8]] = [], to text: inout DocumentText
  ) {
    let appearance = appearance(of: annotation)
    guard file.isStream(appearance), !interpreter.budget.isSpent else { return }
    interpreter.text.reset()
    interpreter.drawAppearance(appearance, in: file)
    guard !interpreter.text.runs.isEmpty else { return }
    let layout = PDFPageLayout(interpreter.text)
    let shown = PDFPageWriter(layout).bytes
    let letters = shown.withoutSpaces
    guard !shownValues.contains(letters), !texts.contains(letters) else { return }
    text.addParagraph(shown)
  }

  /// The form that shows an annotation as it is.
  private func appearance(of annotation: PDFFile.Object) -> PDFFile.Object {
    let normal = file.value("/N", of: file.value("/AP", of: annotation))
    guard file.isDictionary(normal) else { return normal }
    let state = file.name(file.value("/AS", of: annotation))
    return file.value(named: state[...], of: normal)
  }
}
