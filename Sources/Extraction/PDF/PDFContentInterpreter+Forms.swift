extension PDFContentInterpreter {
  /// Draws the image or form that the resources have under a name.
  mutating func draw(
    _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ frame: Frame,
    in file: borrowing PDFFile
  ) {
    guard case .name(let range)? = operands.last else { return }
    let objects = file.value("/XObject", of: frame.resources)
    let object = file.value(named: bytes.name(range)[...], of: objects)
    let subtype = file.name(file.value("/Subtype", of: object))
    if subtype == Array("Image".utf8) { return noteImage() }
    if subtype == Array("Form".utf8) { drawForm(object, outer: frame.resources, in: file) }
  }

  /// Runs a form as if its content stood where it is drawn.
  mutating func drawForm(
    _ form: PDFFile.Object, outer resources: PDFFile.Object, in file: borrowing PDFFile
  ) {
    guard depth < PDFContentBudget.formDepth else { return budget.noteLeftOut() }
    guard budget.spend(operators: PDFContentBudget.formCost),
      let content = content(of: form, in: file)
    else { return }
    let own = file.value("/Resources", of: form)
    let matrix = file.matrix(file.value("/Matrix", of: form)).followed(by: state.matrix)
    run(content, resources: file.isDictionary(own) ? own : resources, matrix: matrix, in: file)
  }

  /// Runs the form that shows an annotation.
  mutating func drawAppearance(
    _ form: PDFFile.Object, matrix: PDFMatrix, in file: borrowing PDFFile
  ) {
    state = PDFContentState(matrix: matrix)
    drawForm(form, outer: file.value("/Resources", of: form), in: file)
  }

  private mutating func content(of form: PDFFile.Object, in file: borrowing PDFFile) -> [UInt8]? {
    let id = file.id(form)
    if id != 0, let known = forms[id] {
      return budget.spend(bytes: known.count) ? known : nil
    }
    guard let content = PDFStreams.content(of: form, in: file, limit: budget.bytesLeft),
      budget.spend(bytes: content.bytes.count)
    else { return nil }
    if content.isOverLimit { budget.noteLeftOut() }
    if id != 0, formByteCount + content.bytes.count <= 16 << 20 {
      formByteCount += content.bytes.count
      forms[id] = content.bytes
    }
    return content.bytes
  }

  /// Counts an image that is drawn now.
  mutating func noteImage() {
    let area = state.matrix.area
    if area.isFinite { imageArea = max(imageArea, area) }
  }
}
