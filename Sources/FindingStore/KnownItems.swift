internal import ScanModel

/// The items that need not be read again, as a scan finds them: by path and facts.
struct KnownItems: Sendable {
  /// What must be equal beside the path.
  fileprivate struct Known {
    let stateID: Int64
    let identity: FileIdentity
    let byteCount: Int
    let modified: Int64
    let changed: Int64
    let isDatabase: Bool
  }

  /// Some of the items; parts can be made side by side.
  struct Part: Sendable {
    fileprivate var hashes: [UInt64] = []
    fileprivate var items: [Known] = []

    mutating func add(path: [UInt8], _ facts: FileFacts, isDatabase: Bool, stateID: Int64) {
      hashes.append(KnownItems.hash(path))
      items.append(
        Known(
          stateID: stateID, identity: facts.identity, byteCount: facts.byteCount,
          modified: facts.modified, changed: facts.changed, isDatabase: isDatabase))
    }
  }

  private static let seed = UInt64.random(in: 0...UInt64.max)

  private let comparison: ItemComparison
  /// By the hash of the path, which is seeded anew in every process: two paths of one hash and the
  /// same facts are two names of one file, or do not occur.
  private var places: [UInt64: Int32] = [:]
  private var items: [Known] = []

  init(_ comparison: ItemComparison, _ parts: [Part]) {
    self.comparison = comparison
    let count = parts.reduce(0) { $0 + $1.items.count }
    places.reserveCapacity(count)
    items.reserveCapacity(count)
    for part in parts {
      for (place, hash) in zip(items.count..., part.hashes) {
        places[hash] = Int32(truncatingIfNeeded: place)
      }
      items += part.items
    }
  }

  var count: Int { items.count }

  /// Where the item stands; nil for one that is new or has changed.
  func place(of path: FilePath, _ facts: @autoclosure () -> FileFacts?) -> Int? {
    guard let place = places[Self.hash(path.bytes)].map({ Int($0) }), let facts = facts() else {
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

  private static func hash(_ path: [UInt8]) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(seed)
    path.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
