/// The findings of one file, counted by kind while the file is read.
package struct FileTallies: Sendable {
  /// In the order in which the kinds were found first.
  private var tallies: [KindTally] = []
  /// By kind, where it is counted, once there are many: people that are sought have their own.
  private var places: [String: Int] = [:]
  /// Where the kind of the last finding is counted.
  private var last = 0

  /// How many kinds are looked through one by one.
  private static let fewKinds = 50

  package init() {}

  /// Goes on from tallies that were made before.
  package init(_ tallies: [KindTally]) {
    self.tallies = tallies
    if tallies.count > Self.fewKinds { notePlaces() }
  }

  package mutating func removeAll() {
    tallies.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    last = 0
  }

  package mutating func count(_ findings: [Finding]) {
    let findings = findings.span
    for index in findings.indices {
      last = place(of: findings[index].kind)
      tallies[last].count(findings, at: index)
    }
    for place in tallies.indices { tallies[place].tellApart() }
  }

  /// Counts a finding whose value is one more distinct one, or none.
  package mutating func count(_ finding: Finding, isNewValue: Bool) {
    last = place(of: finding.kind)
    tallies[last].count(finding, isNewValue: isNewValue)
  }

  /// One for each kind that was found, ordered by id.
  package var byKind: [KindTally] { tallies.sorted { $0.kind < $1.kind } }

  /// Where the kind is counted; a new place for a new kind.
  ///
  /// Kinds take turns in the same order in every row of a table, so the search begins behind the
  /// last one.
  private mutating func place(of kind: String) -> Int {
    var place = last
    for _ in 0..<(places.isEmpty ? tallies.count : 2) {
      place = place + 1 < tallies.count ? place + 1 : 0
      if tallies[place].kind == kind { return place }
    }
    if let known = places[kind] { return known }
    tallies.append(KindTally(kind: kind))
    if tallies.count > Self.fewKinds { notePlaces() }
    return tallies.count - 1
  }

  private mutating func notePlaces() {
    for place in places.count..<tallies.count { places[tallies[place].kind] = place }
  }
}
