internal import ScanModel

/// Tells where one record of a text ends and the next begins.
///
/// A record is a row of a table, a line of fixed-width records, a group of elements, of cells with
/// headers or of rows with names, or a passage of running text. The next group begins where a name of a field comes again, or
/// one that stands before the last one in other groups, and never at a name that is new.
struct RecordCutter: Sendable {
  /// How many lines or paragraphs without a sighting end a passage or a group.
  private static let longestGap = 3
  private static let longestGroupGap = 30
  /// The same where the last one is a name with a label and only the next one has the name of a field: the
  /// first row of a table of keys and values has none in a document, and each row has two paragraphs.
  private static let longestMixedGap = 6
  /// What is longer is cut, so that people far apart are not put together.
  private static let longestPassage = 12
  /// A line can be as long as a file.
  private static let longestRecord = 200

  private var fieldOrder = FieldOrder()
  private var rowNames = RowNames()
  /// The names of fields that came in the record.
  private var names: Set<String> = []
  /// What the value tells that came last, while others of it may come.
  private var told: Set<SubjectAttribute> = []
  private var last: Sighting?
  /// Whether a label stands before the value that came last, whoever found it.
  private var isLabelled = false
  /// The line or paragraph where the record began.
  private var firstNumber = 0
  private var count = 0

  /// Learns from the sightings of a text that come next, in their order.
  mutating func learn(_ sightings: [Sighting]) {
    rowNames.learn(sightings)
    fieldOrder.learn(sightings, rowNames)
  }

  /// Whether its records are columns of a table.
  var isSideways: Bool { rowNames.isSideways }

  /// Whether a new record begins with the sighting; those of a text come in their order.
  mutating func begins(with sighting: Sighting) -> Bool {
    let begins = last.map { count >= Self.longestRecord || isApart($0, sighting) } ?? true
    if begins {
      firstNumber = sighting.place.number
      count = 0
      names = []
    }
    if begins || last.map({ !$0.isInOneValue(with: sighting) }) ?? true { told = [] }
    told.insert(sighting.told)
    name(of: sighting).map { _ = names.insert($0) }
    count += 1
    let isSame = last.map { $0.overlaps(sighting) } ?? false
    isLabelled = sighting.hasLabel || isLabelled && isSame
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
    case (.cell(_, let column, _), .cell(_, let nextColumn, _)):
      if gap == 0 { return isSideways && column != nextColumn }
      if column != nextColumn || name(of: last) == nil && name(of: next) == nil { return true }
    case (.record, .record): return gap != 0
    default: break
    }
    switch (name(of: last), name(of: next)) {
    case (nil, nil):
      return gap > Self.longestGap || next.place.number - firstNumber > Self.longestPassage
    case (let name?, let nextName?):
      if gap > Self.longestGroupGap { return true }
      if name == nextName { return !isOfSameValue(last, next) && !isFurtherName(last, next) }
      if names.contains(nextName) { return true }
      guard let place = fieldOrder[name], let nextPlace = fieldOrder[nextName] else { return false }
      return nextPlace < place
    default:
      let isBelow = isLabelled && last.place.fieldName == nil && last.told == .fullName
      if isBelow, next.told != .fullName, case .paragraph = next.place {
        return gap > Self.longestMixedGap
      }
      return gap > Self.longestGap
    }
  }

  /// The header, key or name of the row that names a sighting among those of its group.
  private func name(of sighting: Sighting) -> String? {
    sighting.place.fieldName ?? rowNames[sighting.place]
  }

  /// Whether it is a second first name in a list of them, as in `"given": ["Anna", "Bregje"]`: of a group
  /// that has other fields, what repeats directly behind itself begins no next one.
  private func isFurtherName(_ last: Sighting, _ next: Sighting) -> Bool {
    names.count > 1 && last.isSingleName && next.isSingleName
  }

  /// A text in a field may tell of several things; the same thing twice is of two fields.
  private func isOfSameValue(_ last: Sighting, _ next: Sighting) -> Bool {
    last.overlaps(next) || last.isInOneValue(with: next) && !told.contains(next.told)
  }
}

extension Sighting {
  /// What it tells of a person, of whoever it is.
  fileprivate var told: SubjectAttribute {
    let attribute =
      switch subject {
      case .term(let kind): kind.attribute
      case .catalog(let kind, _): kind.attribute
      }
    return attribute == .surname ? .fullName : attribute
  }

  /// Whether it is a name of one word.
  fileprivate var isSingleName: Bool {
    guard case .catalog(.name, _) = subject else { return false }
    return !value.revealed.contains(" ")
  }

  /// Whether both may stand in the value of one field.
  fileprivate func isInOneValue(with other: Sighting) -> Bool {
    place.number == other.place.number && place.isAlike(other.place)
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
}
