internal import ScanModel

/// Whether a document tells of few people: then what stands apart in it may be put together.
struct DocumentPeople: Sendable {
  private static let identifiedLimit = 3
  private static let namedLimit = 9

  private var bsns = DistinctValues(limit: identifiedLimit)
  private var birthDates = DistinctValues(limit: identifiedLimit)
  private var names = DistinctValues(limit: namedLimit)

  /// Counts values that are of no card; most documents fill it soon.
  mutating func count(_ sightings: ArraySlice<Sighting>) {
    for index in sightings.indices where areFew { count(sightings[index]) }
  }

  private mutating func count(_ sighting: Sighting) {
    guard case .catalog(let kind, let owners) = sighting.subject, owners.isEmpty else { return }
    switch kind {
    case .bsn: bsns.insert(sighting.normalized)
    case .birthDate: birthDates.insert(sighting.normalized)
    case .name: names.insert(sighting.normalized)
    default: break
    }
  }

  var areFew: Bool { !bsns.isFull && !birthDates.isFull && !names.isFull }
}
