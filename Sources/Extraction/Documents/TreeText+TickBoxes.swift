import ScanModel

extension TreeText {
  /// The texts of a list of options that are passed over to what asks for them.
  private static var listTextCount: Int { 8 }

  /// Makes fields of the ticked options in the last field, of `byteCount` bytes.
  ///
  /// Their label is what stands before the boxes, or the label of the field, or for a text that
  /// begins with a box the name of a field above its list.
  mutating func labelTickedOptions(byteCount: Int) {
    guard byteCount <= TickBoxes.textByteLimit, let last = window.layout.fields.last,
      last.range.count == byteCount, last.range.upperBound == window.bytes.count,
      let boxes = TickBoxes(window.bytes.span, last.range)
    else { return }
    var question = boxes.question
    if question.isEmpty, last.label == TextLayout.noLabel {
      question = questionAbove(window.layout.fields.count - 1)
    }
    let label = question.isEmpty ? last.label : labelOfText(in: question)
    guard label != TextLayout.noLabel else { return }
    window.splitLastField(at: boxes.options, label: label)
  }

  /// The text above the list of options to which the field of this number belongs; empty where it names
  /// no field.
  private func questionAbove(_ number: Int) -> Range<Int> {
    let context = window.bytes.count - TextWindow.context
    for index in (max(0, number - Self.listTextCount)..<number).reversed() {
      let range = window.layout.fields[index].range
      guard range.lowerBound >= context else { break }
      if isOption(range) { continue }
      return DelimitedHeaderCell(window.bytes.span, range).namesField ? range : 0..<0
    }
    return 0..<0
  }

  /// Whether a field is an option: it begins with a box, or stands behind one.
  private func isOption(_ range: Range<Int>) -> Bool {
    if TickBoxes.begin(window.bytes.span, range) { return true }
    let start = range.lowerBound
    return (max(0, start - 6)..<start).contains {
      TickBoxes.begin(window.bytes.span, $0..<start) && window.bytes[$0..<start].hasNoLineFeed
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var hasNoLineFeed: Bool { !contains(UInt8(ascii: "\n")) }
}
