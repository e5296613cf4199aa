internal import Matching
internal import ScanModel
internal import Validators

extension EvidenceWeigher {
  /// Counts the cells of eight or nine digits in columns whose header leaves open what they are.
  mutating func countColumns(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    guard bsnPattern != nil, layout.form == .table || layout.form.hasSiblings else { return }
    let fields = layout.fields.span
    for index in fields.indices {
      guard (8...9).contains(fields[index].range.count) else { continue }
      let field = fields[index]
      guard layout.live.contains(field.range.lowerBound),
        let number = text.number(in: field.range), let key = undecidedKey(field, layout: layout)
      else { continue }
      let verdict = Validator.bsn.validate(text.extracting(field.range))
      columns[key, default: ColumnStatistics()].count(number, passes: verdict.isValid)
    }
  }

  /// The column of a field, where its label leaves open whether it holds BSNs.
  ///
  /// A number of clients or staff may be one, whatever word speaks against it.
  @inline(__always)
  func undecidedKey(
    _ field: TextField, layout: borrowing TextLayout
  ) -> ColumnStatistics.Key? {
    if field.label >= 0 && !meanings[Int(field.label)].mayHoldBSN { return nil }
    if layout.form.hasSiblings && field.label < 0 { return nil }
    return ColumnStatistics.Key(label: field.label, column: field.column)
  }

  @inline(__always)
  func undecidedColumn(
    of match: Match, layout: borrowing TextLayout
  ) -> ColumnStatistics.Key? {
    guard match.patternIndex == bsnPattern, let index = match.fieldIndex,
      layout.form == .table || layout.form.hasSiblings
    else { return nil }
    let field = layout.fields[index]
    guard field.range == match.range, (8...9).contains(field.range.count) else { return nil }
    return undecidedKey(field, layout: layout)
  }

  mutating func release(_ key: ColumnStatistics.Key) {
    guard let column = columns[key] else { return }
    columns[key]?.waiting.removeAll()
    for (candidate, details) in column.waiting { report(candidate, details, column.decision) }
  }
}

extension Span<UInt8> {
  /// The number that the digits in `range` write; nil where there is anything else.
  fileprivate func number(in range: Range<Int>) -> UInt32? {
    var number: UInt32 = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ UInt32(digit)
    }
    return number
  }
}
