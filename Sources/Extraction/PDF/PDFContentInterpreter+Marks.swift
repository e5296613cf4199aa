extension PDFContentInterpreter {
  /// Begins marked content, whose text may be given.
  mutating func beginMarked(
    _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ strings: [UInt8], _ frame: Frame,
    in file: borrowing PDFFile
  ) {
    guard markedContent.count < Self.stackLimit else { return }
    let replacement = replacement(operands, bytes, strings, frame, in: file)
    let isOuter = !markedContent.contains(true)
    markedContent.append(replacement != nil && isOuter)
    if let replacement, isOuter { text.beginReplacement(replacement) }
  }

  private func replacement(
    _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ strings: [UInt8], _ frame: Frame,
    in file: borrowing PDFFile
  ) -> [UInt8]? {
    for index in operands.indices.dropLast() {
      if case .name(let range) = operands[index],
        bytes.extracting(range).equals("ActualText"),
        case .string(let text) = operands[index + 1]
      {
        return PDFTextString.decode(strings[text])
      }
    }
    guard operands.count == 2, case .name(let range) = operands[1] else { return nil }
    let properties = file.value("/Properties", of: frame.resources)
    let object = file.value(
      "/ActualText", of: file.value(named: bytes.name(range)[...], of: properties))
    return file.isString(object) ? PDFTextString.decode(file.string(object)[...]) : nil
  }
}
