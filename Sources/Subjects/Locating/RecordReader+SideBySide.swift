internal import ScanModel

// Names that stand side by side on a line, with what is told of each in the same order below.

extension RecordReader {
  /// How many lines below names their values may stand.
  private static let linesBelow = 3

  /// The value of a kind that goes with a name; nil where names do not stand side by side on a line of
  /// running text, or not as many values on one of the lines below: `Naam: A. Bos    Naam: B. Smit`.
  func valueBelow(
    _ name: Sighting, of kind: PersonKind, in record: ArraySlice<Sighting>
  ) -> Sighting? {
    guard case .line = name.place else { return nil }
    let names = record.distinct(onLine: name.place.number, of: name.part, where: \.isName)
    guard names.count > 1, let number = names.firstIndex(where: { $0.overlaps(name) }) else {
      return nil
    }
    for line in name.place.number + 1...name.place.number + Self.linesBelow {
      let values = record.distinct(onLine: line, of: name.part) { $0.attribute == kind.attribute }
      guard !values.isEmpty else { continue }
      return values.count == names.count ? values[number] : nil
    }
    return nil
  }
}

extension ArraySlice<Sighting> {
  /// Of the sightings of a line, in their order, the first of those that overlap.
  fileprivate func distinct(
    onLine line: Int, of part: [DocumentPart], where isWanted: (Sighting) -> Bool
  ) -> [Sighting] {
    let wanted = filter { $0.place.number == line && $0.part == part && isWanted($0) }
      .sorted { $0.offset < $1.offset }
    var distinct: [Sighting] = []
    for sighting in wanted where distinct.last?.overlaps(sighting) != true {
      distinct.append(sighting)
    }
    return distinct
  }
}

extension Sighting {
  /// What it tells of whoever it is about.
  fileprivate var attribute: SubjectAttribute {
    switch subject {
    case .term(let kind): kind.attribute
    case .catalog(let kind, _): kind.attribute
    }
  }

  fileprivate var isName: Bool { attribute.isName }
}
