internal import ScanModel

/// In which order the names of fields come in the groups of a text.
///
/// It is learned from runs of fields that stand so close together that they are of one group, the
/// longest first: the groups of others show fewer of their fields than those of the people of the cards.
struct FieldOrder: Sendable {
  private static let knownNameLimit = 1_000

  /// In order.
  private var names: [String] = []
  private var places: [String: Int] = [:]

  /// Where a field stands in its group, from 0; nil where that was never seen.
  subscript(name: String) -> Int? { places[name] }

  /// Learns from the sightings of a text, in their order.
  mutating func learn(_ sightings: [Sighting], _ rowNames: RowNames) {
    let runs = Self.runs(in: sightings, rowNames)
    for run in runs.sorted(by: { $0.count > $1.count }) {
      for (index, name) in run.enumerated() where places[name] == nil {
        guard names.count < Self.knownNameLimit else { return }
        insert(name, before: run[(index + 1)...], behind: index > 0 ? run[index - 1] : nil)
      }
    }
  }

  /// The field before it in a run is known, but for the first.
  private mutating func insert(
    _ name: String, before next: ArraySlice<String>, behind last: String?
  ) {
    let behindLast = last.flatMap { places[$0] }.map { $0 + 1 }
    let beforeNext = next.first { places[$0] != nil }.flatMap { places[$0] }
    let place = behindLast ?? beforeNext ?? names.count
    names.insert(name, at: place)
    for index in place..<names.count { places[names[index]] = index }
  }

  /// The names of fields that stand close together, each run of names once.
  private static func runs(in sightings: [Sighting], _ rowNames: RowNames) -> [[String]] {
    let closeness = Closeness(sightings)
    var known: Set<[String]> = []
    var runs: [[String]] = []
    var run: [String] = []
    var last: Sighting?
    func end() {
      if run.count > 1, known.insert(run).inserted { runs.append(run) }
      run = []
    }
    for sighting in sightings {
      guard let name = sighting.place.fieldName ?? rowNames[sighting.place] else { continue }
      defer { last = sighting }
      if let last {
        if last.place.isAlike(sighting.place), last.place.number == sighting.place.number {
          continue
        }
        if !closeness.areClose(last, sighting) || run.contains(name) || run.count == longestRun {
          end()
        }
      }
      run.append(name)
    }
    end()
    return runs
  }

  private static let longestRun = 64
}

/// How close together two sightings are that can only be of one group, by the form of their text.
private enum Closeness {
  /// Each field on a line of its own, and so what ends a group and begins the next.
  case lines
  /// Each group on a line of its own.
  case oneLine
  /// All on one line: no more than the marks around the name of a field.
  case marks

  /// In `"a":"1","b":"2"` what stands around the name of a field; a brace between would be more.
  private static let marksAroundName = 7
  private static let longestGap = 2

  init(_ sightings: [Sighting]) {
    let pairs = zip(sightings, sightings.dropFirst()).lazy.filter { $0.place.isField($1.place) }
    if !pairs.contains(where: { $0.place.number == $1.place.number }) {
      self = .lines
    } else if sightings.first?.place.number == sightings.last?.place.number {
      self = .marks
    } else {
      self = .oneLine
    }
  }

  func areClose(_ first: Sighting, _ second: Sighting) -> Bool {
    let gap = second.place.number - first.place.number
    switch self {
    case .lines: return (0...Self.longestGap).contains(gap)
    case .oneLine: return gap == 0
    case .marks:
      guard let name = second.place.fieldName else { return false }
      let last = name.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }
      return gap == 0 && first.distance(to: second) <= last.count + Self.marksAroundName
    }
  }
}

extension Place {
  /// The header or key that names the value among those of a group; nil for running text.
  var fieldName: String? {
    switch self {
    case .element(let path, _): path.isEmpty ? nil : path
    case .paragraph(_, let header): header
    case .line, .cell, .record: nil
    }
  }

  /// Whether both are elements, and not the same one.
  fileprivate func isField(_ other: Place) -> Bool {
    guard case .element = self, case .element = other else { return false }
    return !isAlike(other)
  }
}
