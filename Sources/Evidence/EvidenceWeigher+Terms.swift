package import Matching
package import ScanModel

extension EvidenceWeigher {
  /// How far from a match that lies in no field a field may be that tells its place, in bytes.
  private static let nearestField = 256

  /// Adds the terms that stand in the next block of the text to `findings`.
  ///
  /// They are no candidates: nothing but the label of another kind speaks against them, and they leave
  /// all others as they are.
  package mutating func report(
    _ matches: [TermMatch], of table: TermTable, in text: Span<UInt8>,
    layout: borrowing TextLayout
  ) {
    defer { lastField = lastField(of: layout) }
    reportKeys(of: layout, by: table)
    guard !matches.isEmpty else { return }
    var lines = LineCounter(layout)
    for match in matches {
      let term = table.terms[match.term]
      let field = layout.form == .running ? nil : field(of: match.range, layout: layout)
      if let other = term.otherKind, isNamed(match.range, other, in: text, layout: layout) {
        continue
      }
      var reasons: [Reason] = []
      if let label = term.neededLabel {
        guard let naming = naming(of: match.range, by: label, in: text, layout: layout) else {
          continue
        }
        reasons = naming
      } else if let label = match.label {
        reasons.append(.label(label.word, distance: label.distance))
      } else if let field, table.isNumber(match.term),
        let reason = fieldReason(field, by: table, layout: layout)
      {
        reasons.append(reason)
      }
      findings.append(
        Finding(
          kind: term.kind, part: part,
          place: field.map { place(of: $0, layout: layout) }
            ?? lines.place(of: match.range.lowerBound, in: text),
          offset: offset(of: match.range, layout: layout), confidence: Confidence(1),
          reasons: reasons,
          value: SensitiveText(text.extracting(match.range)),
          normalized: SensitiveText(term.text)))
    }
  }

  /// Adds the terms in the keys of a tree, which are in no text, each where its key first stands.
  private mutating func reportKeys(of layout: borrowing TextLayout, by table: TermTable) {
    guard layout.form == .tree else { return }
    for index in searchedKeyCount..<max(layout.labels.count, searchedKeyCount) {
      let matches = table.matches(in: layout.labels[index])
      if !matches.isEmpty { foundKeys[Int32(index)] = matches }
    }
    searchedKeyCount = max(layout.labels.count, searchedKeyCount)
    guard !foundKeys.isEmpty else { return }
    let first = layout.fields.firstPlace { $0.range.lowerBound >= layout.live.lowerBound }
    for index in first..<layout.fields.count {
      let field = layout.fields[index]
      guard field.range.lowerBound < layout.live.upperBound, !foundKeys.isEmpty else { return }
      guard let matches = foundKeys.removeValue(forKey: field.label) else { continue }
      let key = layout.labels[Int(field.label)]
      for match in matches where table.terms[match.term].neededLabel == nil {
        let term = table.terms[match.term]
        findings.append(
          Finding(
            kind: term.kind, part: part, place: place(of: field, layout: layout),
            confidence: Confidence(1), reasons: [],
            value: SensitiveText(key.span.extracting(match.range)),
            normalized: SensitiveText(term.text)))
      }
    }
  }

  /// The field that a match lies in or that is nearest to it.
  ///
  /// It does not depend on where blocks end: what is further away than `nearestField` behind counts for
  /// none, and before counts the last one of the text.
  private func field(of range: Range<Int>, layout: borrowing TextLayout) -> TextField {
    let start = range.lowerBound
    let next = layout.fields.firstPlace { $0.range.lowerBound > start }
    let before = next > 0 ? layout.fields[next - 1] : lastField
    if let before, next > 0, before.range.upperBound > start { return before }
    guard next < layout.fields.count else { return before ?? Self.noField }
    let behind = layout.fields[next]
    let distance = behind.range.lowerBound - range.upperBound
    guard distance <= Self.nearestField else { return before ?? behind }
    guard let before, next > 0, start - before.range.upperBound < distance else { return behind }
    return before
  }

  /// The beginning of a text whose form has fields and that has none.
  private static let noField = TextField(
    range: 0..<0, label: TextLayout.noLabel, row: 1, column: 1)

  /// The last field that begins in the live range, or before it.
  private func lastField(of layout: borrowing TextLayout) -> TextField? {
    let end = layout.live.upperBound
    let behind = layout.fields.firstPlace { $0.range.lowerBound >= end }
    return behind > 0 ? layout.fields[behind - 1] : lastField
  }

  /// Whether the header or key of a field says that it holds numbers of persons.
  private func fieldReason(
    _ field: TextField, by table: TermTable, layout: borrowing TextLayout
  ) -> Reason? {
    guard field.label >= 0,
      let word = table.numberWord(in: layout.labels[Int(field.label)])
    else { return nil }
    return layout.form == .tree ? .fieldName(word) : .columnHeader(word)
  }
}

extension [TextField] {
  /// The number of the first field for which `isBehind` holds, as it does for all behind it.
  func firstPlace(where isBehind: (TextField) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
