internal import Matching
internal import ScanModel
internal import Validators

extension EvidenceWeigher {
  mutating func support(
    for match: Match, in text: Span<UInt8>, layout: borrowing TextLayout,
    readAt: inout Range<Int>?
  ) -> Support? {
    let header = header(of: match, layout)
    if let header, !layout.form.hasSiblings { return header }
    if case .header = header { return header }
    if readAt != match.range {
      surroundings.read(
        text, around: match.range, notBefore: contextStart(of: match, layout),
        fieldStart: fieldStart(of: match, layout), form: layout.form,
        isCell: hasLabel(match, layout),
        isBehindSame: readAt?.lowerBound == match.range.lowerBound)
      readAt = match.range
    }
    let standing = surroundings.standing(
      of: match.patternIndex, in: text, isDirect: match.needsLabel)
    if case .label(let word, let distance) = standing, vocabulary.isOfThings(word, before: match) {
      return header ?? .labelOfThings(word: word, distance: distance)
    }
    // In a tree a sibling may name the value: {"system": "…/bsn", "value": …}.
    if let header {
      if case .label = standing, !isOfOtherWords(match, layout) { return .surroundings(standing) }
      return header
    }
    return .surroundings(standing)
  }

  /// What the header, key or element name of a match says of it; nil where it says nothing.
  mutating func header(of match: Match, _ layout: borrowing TextLayout) -> Support? {
    guard let index = match.fieldIndex else { return nil }
    let field = layout.fields[index]
    guard field.label >= 0 else { return nil }
    let label = Int(field.label)
    if let word = meanings[label].supportingWord(match.patternIndex) {
      return mayBeOfThing(match, in: field, word, layout)
        ? .headerOfThings(word: word) : .header(word: word)
    }
    if let word = meanings[label].opposingWord(match.patternIndex) {
      return .otherHeader(word: word)
    }
    guard field.range == match.range else { return nil }
    let isOfWords = vocabulary.scales[match.patternIndex].isOfWords
    let word = isOfWords ? meanings[label].firstWord : meanings[label].firstWordOfValues
    return word.map { .otherHeader(word: $0) }
  }

  /// Whether a match of words lies under a key that itself speaks against them:
  /// `<element name="Medewerker" type="TMedewerker">`.
  private mutating func isOfOtherWords(_ match: Match, _ layout: borrowing TextLayout) -> Bool {
    guard vocabulary.scales[match.patternIndex].isOfWords, let index = match.fieldIndex else {
      return false
    }
    let label = Int(layout.fields[index].label)
    return label >= 0 && meanings[label].patternsAgainstOwnName.contains(match.patternIndex)
  }

  /// Whether a match of words (a name, a function) is the name of a field, or part of one.
  mutating func isFieldName(
    _ match: Match, in text: Span<UInt8>, _ layout: borrowing TextLayout
  ) -> Bool {
    guard vocabulary.scales[match.patternIndex].isOfWords else { return false }
    if vocabulary.isFieldName(text, match.range, &folded, &hits) { return true }
    guard let index = match.fieldIndex else { return false }
    let field = layout.fields[index].range
    return field != match.range && field.count <= 40
      && vocabulary.isFieldName(text, field, &folded, &hits)
  }

  /// Whether a header or key stands for the field of a match.
  func hasLabel(_ match: Match, _ layout: borrowing TextLayout) -> Bool {
    guard let index = match.fieldIndex else { return false }
    return layout.fields[index].label >= 0
  }

  /// Whether a match is all of a field whose label names its kind and no lookalike.
  func isSettled(_ match: Match, _ layout: borrowing TextLayout) -> Bool {
    guard let index = match.fieldIndex else { return false }
    let field = layout.fields[index]
    return field.label >= 0 && field.range == match.range
      && labels.settles(Int(field.label), match.patternIndex)
  }

  /// How far behind the beginning of its field a match stands.
  func fieldOffset(of match: Match, _ layout: borrowing TextLayout) -> Int {
    guard let index = match.fieldIndex else { return 0 }
    return max(0, match.range.lowerBound - layout.fields[index].range.lowerBound)
  }

  /// How far back the words around a match are its own.
  ///
  /// Under a header that says what its cells are, the cells before tell nothing.
  mutating func contextStart(of match: Match, _ layout: borrowing TextLayout) -> Int {
    guard layout.form == .table, let index = match.fieldIndex else { return 0 }
    let field = layout.fields[index]
    guard field.label >= 0, meanings[Int(field.label)].isOfValues else { return 0 }
    return field.range.lowerBound
  }

  /// Where the cell or value begins in which a match lies; 0 in text that is read on.
  private func fieldStart(of match: Match, _ layout: borrowing TextLayout) -> Int {
    guard layout.form != .document, let index = match.fieldIndex else { return 0 }
    return layout.fields[index].range.lowerBound
  }

  /// What a finding tells of a candidate of this block.
  func details(
    of match: Match, in text: Span<UInt8>, layout: borrowing TextLayout, lines: inout LineCounter
  ) -> Candidate.Details {
    let value = text.extracting(match.range)
    return Candidate.Details(
      undecidedColumn: undecidedColumn(of: match, layout: layout),
      place: place(
        inField: match.fieldIndex, at: match.range.lowerBound, in: text, layout: layout,
        lines: &lines),
      offset: offset(of: match.range, layout: layout), value: SensitiveText(value),
      normalized: vocabulary.normalized(value, byPattern: match.patternIndex))
  }

  /// Where a range of the block that is being settled begins in all texts that were read.
  func offset(of range: Range<Int>, layout: borrowing TextLayout) -> Int {
    max(0, offset + range.lowerBound - layout.live.lowerBound)
  }

  /// The place of what begins at `start`, in the field of that number if any.
  @inline(__always)
  func place(
    inField index: Int?, at start: Int, in text: Span<UInt8>, layout: borrowing TextLayout,
    lines: inout LineCounter
  ) -> Place {
    guard let index, layout.form != .running else { return lines.place(of: start, in: text) }
    return place(of: layout.fields[index], layout: layout)
  }

  /// The place of what lies in a field of a text that is no running one.
  @inline(__always)
  func place(of field: TextField, layout: borrowing TextLayout) -> Place {
    let name = field.label >= 0 ? meanings[Int(field.label)].name : nil
    switch layout.form {
    case .table:
      let isKnown = field.label >= 0 && meanings[Int(field.label)].isKnown
      return .cell(row: field.row, column: Int(field.column), header: isKnown ? name : nil)
    case .tree: return .element(path: name ?? "", line: field.row)
    case .document:
      let isKnown = field.label >= 0 && meanings[Int(field.label)].isKnown
      return .paragraph(field.row, header: isKnown ? name : nil)
    case .fixedWidth: return .record(line: field.row, field: name ?? "")
    case .running: preconditionFailure("running text has lines")
    }
  }
}
