internal import ScanModel

/// The items that need not be read again, as a scan finds them: by path and facts.
struct KnownItems: Sendable {
  /// What must be equal beside the path.
  private struct Known {
    let stateID: Int64
    let identity: FileIdentity
    let byteCount: Int
    let modified: Int64
    let changed: Int64
    let isDatabase: Bool
  }

  private let comparison: ItemComparison
  private let seed: UInt64
  /// By the hash of the path, which is seeded anew in every process: two paths of one hash and the
  /// same facts are two names of one file, or do not occur.
  private var places: [UInt64: Int32] = [:]
  private var items: [Known] = []

  init(_ comparison: ItemComparison) {
    self.comparison = comparison
    seed = UInt64.random(in: 0...UInt64.max)
  }

  var count: Int { items.count }

  mutating func reserveCapacity(_ count: Int) {
    places.reserveCapacity(count)
    items.reserveCapacity(count)
  }

  mutating func add(
    path: [UInt8], _ facts: FileFacts, isDatabase: Bool, stateID: Int64
  ) {
    places[hash(path)] = Int32(truncatingIfNeeded: items.count)
    items.append(
      Known(
        stateID: stateID, identity: facts.identity, byteCount: facts.byteCount,
        modified: facts.modified, changed: facts.changed, isDatabase: isDatabase))
  }

  /// Where the item stands; nil for one that is new or has changed.
  func place(of path: FilePath, _ facts: @autoclosure () -> FileFacts?) -> Int? {
    guard let place = places[hash(path.bytes)].map({ Int($0) }), let facts = facts() else {
      return nil
    }
    let known = items[place]
    guard known.byteCount == facts.byteCount, known.modified == facts.modified,
      !comparison.comparesChangeTime || known.changed == facts.changed,
      !comparison.comparesInode || known.identity == facts.identity
    else { return nil }
    return place
  }

  /// The id of the state of the item at a place.
  func stateID(at place: Int) -> Int64 { items[place].stateID }

  /// Whether the item at a place is an SQLite database.
  func isDatabase(at place: Int) -> Bool { items[place].isDatabase }

  private func hash(_ path: [UInt8]) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(seed)
    path.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
