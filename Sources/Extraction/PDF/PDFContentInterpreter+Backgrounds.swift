extension PDFContentInterpreter {
  /// Runs the pattern that is set as a colour, once for a page and not where it is painted.
  mutating func drawPattern(
    _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ frame: Frame, in file: borrowing PDFFile
  ) {
    guard case .name(let range)? = operands.last else { return }
    let patterns = file.value("/Pattern", of: frame.resources)
    drawOnce(file.value(named: bytes.name(range)[...], of: patterns), frame, in: file)
  }

  /// Runs the mask that a state of graphics sets, once for a page.
  mutating func drawMask(
    _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ frame: Frame, in file: borrowing PDFFile
  ) {
    guard case .name(let range)? = operands.last else { return }
    let states = file.value("/ExtGState", of: frame.resources)
    let state = file.value(named: bytes.name(range)[...], of: states)
    let mask = file.value("/SMask", of: state)
    guard file.isDictionary(mask) else { return }
    drawOnce(file.value("/G", of: mask), frame, in: file)
  }

  private mutating func drawOnce(
    _ object: PDFFile.Object, _ frame: Frame, in file: borrowing PDFFile
  ) {
    let id = file.id(object)
    guard id != 0, file.isStream(object), backgrounds.insert(id).inserted,
      budget.spend(operators: PDFContentBudget.drawCost)
    else { return }
    drawForm(object, outer: frame.resources, in: file)
  }
}
