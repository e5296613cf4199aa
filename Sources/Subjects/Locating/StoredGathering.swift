package import ScanModel

/// Gathers what a store knows of the people of some cards, file by file.
package struct StoredGathering {
  private let reader: RecordReader
  private var sightings: [Sighting] = []

  package init(_ cards: [SubjectCard]) {
    reader = RecordReader(cards)
  }

  /// Takes a finding whose value is that of the cards `owners`; it may be a mask.
  package mutating func take(_ finding: Finding, owners: [Int]) {
    sightings.append(Sighting(finding, owners: owners, number: sightings.count))
  }

  /// Ends a file; gives what its findings tell of each card.
  package mutating func end(_ record: FileRecord) -> [LocatedFile] {
    defer { sightings.removeAll() }
    guard !sightings.isEmpty else { return [] }
    var gathering = FileGathering(reader)
    for sighting in sightings { gathering.take(sighting) }
    return gathering.end(record)
  }
}

extension Sighting {
  /// Its bytes are not known; only its order is.
  fileprivate init(_ finding: Finding, owners: [Int], number: Int) {
    self.init(
      subject: .catalog(PersonKind(finding.kind, isOwn: true) ?? .other, owners: owners),
      finding, offset: number * Self.farApart)
  }

  private static let farApart = 1 << 20
}
