internal import ScanModel

/// Tells where one record of a text ends and the next begins.
///
/// A record is a row of a table, a line of fixed-width records, a group of elements or of cells with
/// headers, or a passage of running text. In groups it learns in which order names of fields come: the
/// next group begins where a name comes again, or one that came before the last one.
struct RecordCutter: Sendable {
  /// How many lines or paragraphs without a sighting end a passage or a group.
  private static let longestGap = 3
  private static let longestGroupGap = 30
  /// What is longer is cut, so that people far apart are not put together.
  private static let longestPassage = 12
  private static let knownNameLimit = 1_000
  /// A line can be as long as a file.
  private static let longestRecord = 200

  /// The names of fields and where they stand in a record, from 0.
  private var fieldOrder: [String: Int] = [:]
  private var last: Sighting?
  /// The line or paragraph where the record began.
  private var firstNumber = 0
  private var count = 0

  /// Whether a new record begins with the sighting; those of a text come in their order.
  mutating func begins(with sighting: Sighting) -> Bool {
    let begins = last.map { count >= Self.longestRecord || isApart($0, sighting) } ?? true
    learn(sighting)
    if begins {
      firstNumber = sighting.place.number
      count = 0
    }
    count += 1
    last = sighting
    return begins
  }

  /// Begins a record with the next sighting, in the same text.
  mutating func restart() {
    last = nil
  }

  private func isApart(_ last: Sighting, _ next: Sighting) -> Bool {
    let gap = next.place.number - last.place.number
    // Another text of the same part.
    if gap < 0 || !last.place.isOfForm(of: next.place) { return true }
    switch (last.place, next.place) {
    case (.cell, .cell), (.record, .record): return gap != 0
    default: break
    }
    switch (last.place.fieldName, next.place.fieldName) {
    case (nil, nil):
      return gap > Self.longestGap || next.place.number - firstNumber > Self.longestPassage
    case (let name?, let nextName?):
      // Several values in one field.
      if name == nextName, gap == 0, last.overlaps(next) { return false }
      if gap > Self.longestGroupGap { return true }
      guard let place = fieldOrder[name], let nextPlace = fieldOrder[nextName] else { return false }
      return nextPlace <= place
    default: return gap > Self.longestGap
    }
  }

  private mutating func learn(_ sighting: Sighting) {
    guard let name = sighting.place.fieldName, fieldOrder[name] == nil,
      fieldOrder.count < Self.knownNameLimit
    else { return }
    fieldOrder[name] = fieldOrder.count
  }
}

extension Place {
  fileprivate func isOfForm(of other: Place) -> Bool {
    switch (self, other) {
    case (.line, .line), (.cell, .cell), (.element, .element), (.paragraph, .paragraph),
      (.record, .record):
      true
    default: false
    }
  }

  /// The header or key that names the value among those of a group; nil for running text.
  fileprivate var fieldName: String? {
    switch self {
    case .element(let path, _): path.isEmpty ? nil : path
    case .paragraph(_, let header): header
    case .line, .cell, .record: nil
    }
  }
}
