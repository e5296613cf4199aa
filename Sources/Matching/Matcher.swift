internal import PatternCatalog
package import ScanModel
internal import Validators

/// Finds all matches of all patterns in a text that comes in blocks; one for each thread.
///
/// Per expression, matches are leftmost and do not overlap; a candidate that its validator rejects
/// takes no room: the search goes on one character behind its start.
package struct Matcher: ~Copyable {
  /// Longer cells are sentences, not values, in bytes.
  private static let longestCell = 200

  /// A value with nothing beside it is no longer, in bytes.
  private static let longestValue = 40

  private let patterns: CompiledPatterns
  private let state = MatchState()
  /// By expression: where in the block the next match may begin.
  private var resume: [Int]
  /// By expression: whether it was stopped in this text.
  private var isStopped: [Bool]
  /// What the labels name, while a short field under a known label is searched.
  ///
  /// Expressions that need a label are then tried only for the kinds that this label names.
  private var support: UnsafeBufferPointer<Bool>?
  /// Where the label of that field begins in `support`.
  private var namedPatterns = 0
  /// The matches of the block last searched, in no order.
  package private(set) var matches: [Match] = []

  package init(_ patterns: CompiledPatterns) {
    self.patterns = patterns
    resume = Array(repeating: 0, count: patterns.expressions.count)
    isStopped = Array(repeating: false, count: patterns.expressions.count)
  }

  /// Forgets the text before; call it before the first block of every text.
  package mutating func begin() {
    for index in resume.indices { resume[index] = 0 }
    for index in isStopped.indices { isStopped[index] = false }
  }

  /// The ids of the patterns of which an expression was stopped by its match limit in this text.
  package var stoppedPatterns: [String] {
    var ids: [String] = []
    for (expression, stopped) in zip(patterns.expressions, isStopped) where stopped {
      let id = patterns.catalog.patterns[expression.patternIndex].id
      if ids.last != id { ids.append(id) }
    }
    return ids
  }

  /// Puts the matches that begin in the live range of the block into `matches`.
  ///
  /// `labels` says what each label of the layout names.
  package mutating func search(
    _ text: Span<UInt8>, layout: borrowing TextLayout, labels: borrowing LabelSupport
  ) {
    matches.removeAll(keepingCapacity: true)
    for index in resume.indices { resume[index] += layout.live.lowerBound }
    text.withUnsafeBufferPointer { text in
      if layout.form == .running {
        searchRunningText(text, layout: layout, labels: labels)
      } else {
        for index in layout.fields.indices {
          searchField(index, of: text, layout: layout, labels: labels)
        }
      }
    }
    for index in resume.indices { resume[index] = max(resume[index] - layout.live.upperBound, 0) }
  }

  /// Searches the fields and what lies between them.
  private mutating func searchRunningText(
    _ text: UnsafeBufferPointer<UInt8>, layout: borrowing TextLayout,
    labels: borrowing LabelSupport
  ) {
    var position = 0
    for index in layout.fields.indices {
      let field = layout.fields[index].range
      if position < field.lowerBound {
        search(position..<field.lowerBound, of: text, live: layout.live, field: nil)
      }
      searchField(index, of: text, layout: layout, labels: labels)
      position = field.upperBound
    }
    if position < text.count {
      search(position..<text.count, of: text, live: layout.live, field: nil)
    }
  }

  private mutating func searchField(
    _ index: Int, of text: UnsafeBufferPointer<UInt8>, layout: borrowing TextLayout,
    labels: borrowing LabelSupport
  ) {
    let field = layout.fields[index]
    let label = Int(field.label)
    if layout.form == .table, label >= 0, labels.isKnown[label],
      field.range.count <= Self.longestValue
    {
      namedPatterns = label * labels.patternCount
      labels.supports.withUnsafeBufferPointer { supports in
        support = supports
        search(field.range, of: text, live: layout.live, field: index)
        support = nil
      }
    } else {
      search(field.range, of: text, live: layout.live, field: index)
    }
    guard field.label >= 0, layout.live.contains(field.range.lowerBound),
      field.range.count <= Self.longestCell
    else { return }
    for pattern in labels.cellPatterns[label] {
      for expression in patterns.cellExpressions[pattern] {
        seek(
          expression, in: UnsafeBufferPointer(rebasing: text[field.range]),
          at: field.range.lowerBound, starts: 0...0, field: index)
      }
    }
  }

  /// Searches one region as a subject of its own: what lies outside it is not seen.
  private mutating func search(
    _ region: Range<Int>, of text: UnsafeBufferPointer<UInt8>, live: Range<Int>, field: Int?
  ) {
    let first = max(region.lowerBound, live.lowerBound) - region.lowerBound
    let last = min(region.upperBound, live.upperBound) - region.lowerBound - 1
    guard first <= last else { return }
    let subject = UnsafeBufferPointer(rebasing: text[region])
    let starts = first...last
    for number in patterns.unanchored {
      seek(number, in: subject, at: region.lowerBound, starts: starts, field: field)
    }
    searchAnchors(in: subject, at: region.lowerBound, starts: starts, field: field)
  }

  private mutating func searchAnchors(
    in subject: UnsafeBufferPointer<UInt8>, at offset: Int, starts: ClosedRange<Int>, field: Int?
  ) {
    let patterns = self.patterns
    let expressions = patterns.expressions
    let end = min(subject.count, starts.upperBound + patterns.longestLead + 1)
    var position = starts.lowerBound
    // A run that began before the live range is the business of the block before.
    while position > 0, position < end, subject[position].isDigit, subject[position - 1].isDigit {
      position += 1
    }
    patterns.isAnchorByte.withUnsafeBufferPointer { isAnchorByte in
      while true {
        while position < end, !isAnchorByte[Int(subject[position])] { position += 1 }
        guard position < end else { break }
        let byte = subject[position]
        if byte.isDigit {
          let cluster = DigitCluster(at: position, in: subject, end: subject.count)
          let length = min(cluster.runLength, CompiledPatterns.longestRun)
          for number in patterns.expressionsByRunLength[length] {
            guard case .digits(let digitCount, _, let lead) = expressions[number].anchor,
              digitCount <= cluster.digitCount
            else { continue }
            seek(number, around: position, lead: lead, in: subject, at: offset, starts, field)
          }
          position += cluster.runLength
        } else {
          for number in patterns.expressionsByByte[Int(byte)] {
            guard case .byte(_, let lead) = expressions[number].anchor else { continue }
            seek(number, around: position, lead: lead, in: subject, at: offset, starts, field)
          }
          position += 1
        }
      }
    }
  }

  private mutating func seek(
    _ number: Int, around anchor: Int, lead: Int, in subject: UnsafeBufferPointer<UInt8>,
    at offset: Int, _ starts: ClosedRange<Int>, _ field: Int?
  ) {
    let first = max(anchor - lead, starts.lowerBound)
    let last = min(anchor, starts.upperBound)
    guard first <= last else { return }
    seek(number, in: subject, at: offset, starts: first...last, field: field)
  }

  /// Takes all matches of one expression that begin in `starts`.
  private mutating func seek(
    _ number: Int, in subject: UnsafeBufferPointer<UInt8>, at offset: Int,
    starts: ClosedRange<Int>, field: Int?
  ) {
    guard !isStopped[number] else { return }
    let expression = patterns.expressions[number]
    if let support, expression.needsLabel, !support[namedPatterns + expression.patternIndex] {
      return
    }
    var start = max(starts.lowerBound, resume[number] - offset)
    while start > 0, start < subject.count, subject[start].isContinuation { start -= 1 }
    while start <= starts.upperBound {
      switch state.firstMatch(
        of: expression, in: subject, startingIn: start...starts.upperBound)
      {
      case .none:
        return
      case .stopped:
        isStopped[number] = true
        return
      case .match(let found):
        if let match = confirmed(expression, found, in: subject, at: offset, field: field) {
          matches.append(match)
          start = match.range.upperBound - offset
          resume[number] = match.range.upperBound
        } else {
          start = found.lowerBound + 1
          while start < subject.count, subject[start].isContinuation { start += 1 }
        }
      }
    }
  }

  private func confirmed(
    _ expression: CompiledExpression, _ found: Range<Int>,
    in subject: UnsafeBufferPointer<UInt8>, at offset: Int, field: Int?
  ) -> Match? {
    guard !found.isEmpty else { return nil }
    var range = found
    var notes: Verdict.Notes = []
    if let validator = expression.validator {
      let candidate = UnsafeBufferPointer(rebasing: subject[found])
      if let length = validator.prefixLength(of: candidate.span) {
        range = found.lowerBound..<found.lowerBound + length
      }
      let value = UnsafeBufferPointer(rebasing: subject[range])
      guard case .valid(let seen) = validator.validate(value.span) else { return nil }
      notes = seen
    }
    return Match(
      patternIndex: expression.patternIndex, expressionIndex: expression.index,
      needsLabel: expression.needsLabel,
      range: range.lowerBound + offset..<range.upperBound + offset, fieldIndex: field,
      notes: notes)
  }
}

extension UInt8 {
  @inline(__always) fileprivate var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
