internal import Matching
internal import ScanModel

extension EvidenceWeigher {
  mutating func support(
    for match: Match, in text: Span<UInt8>, layout: borrowing TextLayout,
    readAt: inout Range<Int>?
  ) -> Support? {
    let header = header(of: match, layout)
    if let header, layout.form != .tree { return header }
    if case .header = header { return header }
    if readAt != match.range {
      surroundings.read(
        text, around: match.range, notBefore: contextStart(of: match, layout),
        form: layout.form, isCell: hasLabel(match, layout))
      readAt = match.range
    }
    let standing = surroundings.standing(of: match.patternIndex)
    // In a tree a sibling may name the value: {"system": "…/bsn", "value": …}.
    if let header {
      if case .label = standing { return .surroundings(standing) }
      return header
    }
    return .surroundings(standing)
  }

  /// What the header, key or element name of a match says of it; nil where it says nothing.
  func header(of match: Match, _ layout: borrowing TextLayout) -> Support? {
    guard let index = match.fieldIndex else { return nil }
    let field = layout.fields[index]
    guard field.label >= 0 else { return nil }
    let meaning = meanings[Int(field.label)]
    if let word = meaning.supported[match.patternIndex] { return .header(word: word) }
    if let word = meaning.opposed[match.patternIndex] { return .otherHeader(word: word) }
    if field.range == match.range, let word = meaning.supported.values.min() {
      return .otherHeader(word: word)
    }
    return nil
  }

  /// Whether a match of words (a name, a function) is the name of a field, or part of one.
  mutating func isFieldName(
    _ match: Match, in text: Span<UInt8>, _ layout: borrowing TextLayout
  ) -> Bool {
    guard vocabulary.scales[match.patternIndex].isOfWords else { return false }
    if vocabulary.isFieldName(match.range.map { text[$0] }, &folded, &hits) { return true }
    guard let index = match.fieldIndex else { return false }
    let field = layout.fields[index].range
    return field != match.range && field.count <= 40
      && vocabulary.isFieldName(field.map { text[$0] }, &folded, &hits)
  }

  /// Whether a header or key stands for the field of a match.
  func hasLabel(_ match: Match, _ layout: borrowing TextLayout) -> Bool {
    guard let index = match.fieldIndex else { return false }
    return layout.fields[index].label >= 0
  }

  /// How far back the words around a match are its own.
  ///
  /// Under a header that says what its cells are, the cells before tell nothing.
  func contextStart(of match: Match, _ layout: borrowing TextLayout) -> Int {
    guard layout.form == .table, let index = match.fieldIndex else { return 0 }
    let field = layout.fields[index]
    guard field.label >= 0, meanings[Int(field.label)].isKnown else { return 0 }
    return field.range.lowerBound
  }

  func candidate(
    _ match: Match, _ score: (confidence: Double, reasons: [Reason]), _ support: Support,
    in text: Span<UInt8>, layout: borrowing TextLayout, lines: inout LineCounter
  ) -> Candidate {
    var distance: Int?
    switch support {
    case .header: distance = 0
    case .surroundings(.label(_, let bytes)): distance = bytes
    default: break
    }
    var value: [UInt8] = []
    value.reserveCapacity(match.range.count)
    for index in match.range { value.append(text[index]) }
    return Candidate(
      match: match, range: match.range, confidence: score.confidence, reasons: score.reasons,
      labelDistance: distance, undecidedColumn: undecidedColumn(of: match, layout: layout),
      place: place(of: match, in: text, layout: layout, lines: &lines), value: value)
  }

  func place(
    of match: Match, in text: Span<UInt8>, layout: borrowing TextLayout, lines: inout LineCounter
  ) -> Place {
    guard let index = match.fieldIndex, layout.form != .running else {
      return lines.place(of: match.range.lowerBound, in: text)
    }
    let field = layout.fields[index]
    let name = field.label >= 0 ? fieldName(layout.labels[Int(field.label)]) : nil
    switch layout.form {
    case .table:
      let isKnown = field.label >= 0 && meanings[Int(field.label)].isKnown
      return .cell(row: field.row, column: Int(field.column), header: isKnown ? name : nil)
    case .tree: return .element(path: name ?? "", line: field.row)
    case .fixedWidth: return .record(line: field.row, field: name ?? "")
    case .running: preconditionFailure("running text has lines")
    }
  }

  /// The name of a field as reports may print it; nil for what may be a value.
  func fieldName(_ label: [UInt8]) -> String? {
    let digitCount = label.count { (0x30...0x39).contains($0) }
    guard label.count <= 60, digitCount < 4, !label.contains(UInt8(ascii: "@")) else { return nil }
    return String(decoding: label, as: UTF8.self)
  }
}
