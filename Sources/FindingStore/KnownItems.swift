internal import ScanModel

/// The items that need not be read again, as a scan finds them: by path and facts.
struct KnownItems: Sendable {
  /// Two independent hashes of the path and the facts; seeded anew in every process.
  private struct Fingerprint: Hashable {
    let first: Int
    let second: Int
  }

  private let comparison: ItemComparison
  private var places: [Fingerprint: Int] = [:]
  /// The ids of their states.
  private(set) var stateIDs: [Int64] = []
  /// Whether they are SQLite databases.
  private(set) var areDatabases: [Bool] = []

  init(_ comparison: ItemComparison) {
    self.comparison = comparison
  }

  var count: Int { stateIDs.count }

  mutating func add(
    _ path: FilePath, _ facts: FileFacts, contentType: String, stateID: Int64
  ) {
    areDatabases.append(contentType == "sqlite")
    places[fingerprint(path, facts)] = stateIDs.count
    stateIDs.append(stateID)
  }

  /// Where the item stands among `stateIDs`; nil for one that is new or has changed.
  func place(of path: FilePath, _ facts: FileFacts) -> Int? {
    places[fingerprint(path, facts)]
  }

  private func fingerprint(_ path: FilePath, _ facts: FileFacts) -> Fingerprint {
    Fingerprint(first: hash(path, facts, salt: 1), second: hash(path, facts, salt: 2))
  }

  private func hash(_ path: FilePath, _ facts: FileFacts, salt: UInt8) -> Int {
    var hasher = Hasher()
    hasher.combine(salt)
    path.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(facts.byteCount)
    hasher.combine(facts.modified)
    if comparison.comparesChangeTime { hasher.combine(facts.changed) }
    if comparison.comparesInode { hasher.combine(facts.identity) }
    return hasher.finalize()
  }
}
