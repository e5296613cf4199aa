import ScanModel

/// Answers get their questions as labels: `{"vraag": "Achternaam", "antwoord": …}`.
///
/// A question names a field and stands on the line of its answer, before or behind it, or on the line
/// above one that lies deeper. What lies further apart than the context of a block is left as it is, so
/// that nothing depends on where blocks end.
extension TreeText {
  /// The fields that are looked at for a question or answer.
  private static var searchedFieldCount: Int { 6 }

  /// The label of an answer that is about to begin behind `separator`: the question, if there is one.
  mutating func labelOfAnswer(_ label: Int32, behind separator: UInt8?) -> Int32 {
    let isBesideQuestion = separator == UInt8(ascii: "\t")
    guard isBesideQuestion || separator != nil && isPartOfAnswer(label),
      let question = field(of: .question, before: window.layout.fields.count)
    else { return label }
    return self.label(label, asking: window.layout.fields[question].range)
  }

  /// Labels the answer that stands before the question that ended.
  mutating func labelAnswerBeforeQuestion() {
    let last = window.layout.fields.count - 1
    guard last > 0, window.layout.fields[last].range.upperBound == window.bytes.count,
      !beginsLine(last), let answer = field(of: .answer, before: last), asksForField(last)
    else { return }
    let label = label(
      window.layout.fields[answer].label, asking: window.layout.fields[last].range)
    window.setLabel(label, ofField: answer)
  }

  /// The nearest answer, or question that asks for a field, on the line that ends before the field
  /// `number`.
  private mutating func field(of sought: TreeRole, before number: Int) -> Int? {
    let context = window.bytes.count - TextWindow.context
    for index in (max(0, number - Self.searchedFieldCount)..<number).reversed() {
      let field = window.layout.fields[index]
      guard field.range.lowerBound >= context else { return nil }
      if role(of: field.label).contains(sought), sought == .answer || asksForField(index) {
        return index
      }
      if role(of: field.label).contains(.answered) || beginsLine(index) { return nil }
    }
    return nil
  }

  /// Whether a field is the first of its line.
  private func beginsLine(_ index: Int) -> Bool {
    let start = window.layout.fields[index].range.lowerBound
    return start == 0 || window.bytes[start - 1] == UInt8(ascii: "\n")
  }

  /// Whether the text of a field asks for a value by words that headers have, and is none itself.
  private func asksForField(_ index: Int) -> Bool {
    let range = window.layout.fields[index].range
    guard range.count <= TreeNames.byteLimit, !window.bytes[range].hasDigit else { return false }
    return DelimitedHeaderCell(window.bytes.span, range).isQuestion
      && !window.bytes[range].mayHoldName
  }

  /// The label with the text in `question` in place of its last key.
  private mutating func label(_ label: Int32, asking question: Range<Int>) -> Int32 {
    var path = window.layout.labels[Int(label)]
    path.removeSubrange((path.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0)...)
    path += window.bytes[question]
    let answer = window.label(path)
    guard answer != TextLayout.noLabel else { return label }
    noteAnswered(answer)
    return answer
  }

  /// Whether the key above that of a label answers: `answer.valueString`.
  private func isPartOfAnswer(_ label: Int32) -> Bool {
    let keys = window.layout.labels[Int(label)].split(separator: UInt8(ascii: "."))
    return keys.count > 1 && TreeRole(ofLabel: Array(keys[keys.count - 2])) == .answer
  }
}

extension DelimitedHeaderCell {
  /// Whether it asks for a value by words that headers have, and is none itself.
  ///
  /// What programs call `GroupName` or `friendly_name` is no name of somebody.
  fileprivate var isQuestion: Bool {
    guard !isEmpty, !isValue, hasFieldWord else { return false }
    let letters = folded.filter { $0 >= 0x80 || 0x61...0x7A ~= $0 || $0 == 0x20 }
    guard !letters.contains(0x20), letters.suffix(4).elementsEqual("name".utf8) else {
      return true
    }
    return Self.namedParts.contains(Array(letters.dropLast(4)))
  }

  private static let namedParts = Set(
    """
    last first sur full middle given family maiden birth nick user patient client customer employee
    contact person
    """
    .split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) } + [[]])
}

extension ArraySlice<UInt8> {
  fileprivate var hasDigit: Bool {
    for byte in self where byte &- 0x30 < 10 { return true }
    return false
  }

  /// Whether a word behind the first is written as a name is and names no field: `Naam Jan Vliet`.
  ///
  /// Labels are printed, values are not.
  fileprivate var mayHoldName: Bool {
    split(separator: 0x20).dropFirst().contains { word in
      guard word.count > 1, let first = word.first, first &- 0x41 < 26 else { return false }
      guard word.dropFirst().contains(where: { $0 &- 0x61 < 26 || $0 >= 0x80 }) else {
        return false
      }
      return !DelimitedHeaderWords.contain(word.span)
    }
  }
}
