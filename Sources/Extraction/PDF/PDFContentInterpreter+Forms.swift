extension PDFContentInterpreter {
  /// Draws the image or form that the resources have under a name.
  mutating func draw(
    _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ frame: Frame,
    in file: borrowing PDFFile
  ) {
    guard case .name(let range)? = operands.last,
      budget.spend(operators: PDFContentBudget.drawCost)
    else { return }
    let objects = file.value("/XObject", of: frame.resources)
    let object = file.value(named: bytes.name(range)[...], of: objects)
    let kind = file.value("/Subtype", of: object)
    let subtype = file.name(kind)
    if subtype == Array("Image".utf8) { noteImage() }
    if subtype == Array("Form".utf8) { drawForm(object, outer: frame.resources, in: file) }
    file.release(kind)
    file.release(object)
    file.release(objects)
  }

  /// Runs a form as if its content stood where it is drawn.
  mutating func drawForm(
    _ object: PDFFile.Object, outer resources: PDFFile.Object, in file: borrowing PDFFile
  ) {
    guard depth < PDFContentBudget.formDepth else { return budget.noteLeftOut() }
    guard let form = form(object, in: file) else { return }
    run(
      form.content, resources: form.resources ?? resources,
      matrix: form.matrix.followed(by: state.matrix), in: file)
  }

  /// Runs the form that shows an annotation.
  mutating func drawAppearance(_ form: PDFFile.Object, in file: borrowing PDFFile) {
    state = PDFContentState(matrix: PDFMatrix())
    drawForm(form, outer: file.value("/Resources", of: form), in: file)
  }

  private mutating func form(_ object: PDFFile.Object, in file: borrowing PDFFile) -> PDFForm? {
    let id = file.id(object)
    if id != 0, let known = forms[id] {
      return budget.spend(bytes: known.content.count) ? known : nil
    }
    guard let content = PDFStreams.content(of: object, in: file, limit: budget.bytesLeft),
      budget.spend(bytes: content.bytes.count)
    else { return nil }
    if content.isOverLimit { budget.noteLeftOut() }
    let resources = file.value("/Resources", of: object)
    let form = PDFForm(
      content: content.bytes, resources: file.isDictionary(resources) ? resources : nil,
      matrix: file.matrix(file.value("/Matrix", of: object)))
    if id != 0, formByteCount + content.bytes.count <= 16 << 20 {
      formByteCount += content.bytes.count
      forms[id] = form
    }
    return form
  }

  /// Counts an image that is drawn now.
  mutating func noteImage() {
    let area = state.matrix.area
    if area.isFinite { imageArea += area }
  }
}
