internal import Cryptography
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel
internal import Subjects

/// What the store knows of the people of some cards: exact values, by their keyed hashes.
struct SubjectStoreSearch {
  private let search: SubjectSearch
  /// What was read anew: what lies within is not asked for.
  private let freshRoots: [FilePath]

  private(set) var entries: [LocateReport.Entry] = []
  private(set) var unsearched = UnsearchedFiles()
  /// The last run of each set of roots.
  private(set) var runs: [SearchAccount.Run] = []
  /// What each card has values of that the store can be asked for.
  private(set) var attributes: [Set<SubjectAttribute>]

  init(_ search: SubjectSearch, outside freshRoots: [FilePath]) {
    self.search = search
    self.freshRoots = freshRoots.map { $0.real ?? $0.absolute }
    attributes = search.cards.indices.map { card in
      Set(search.exactValues(of: card).compactMap { SubjectAttribute(storedKind: $0.kind) })
    }
  }

  /// Whether all that the runs should have examined was examined.
  var isComplete: Bool { runs.allSatisfy { $0.isComplete && $0.gapCount == 0 } }

  mutating func ask(_ store: FindingStore) throws(StoreError) {
    runs = try store.runs().lastOfEachRoots.filter { run in
      freshRoots.isEmpty || !run.roots.allSatisfy { root in isFresh(root) }
    }
    let values = owners(in: store)
    if !values.isEmpty {
      var query = FindingQuery()
      query.values = Set(values.keys)
      if !freshRoots.isEmpty {
        let fresh = freshRoots
        query.matchesPath = { path in !fresh.contains { path.isWithin($0) } }
      }
      let places = StoredPlaces(search.cards, values: values)
      _ = try store.list(
        query, try DecisionBook(in: store, at: Int64(time(nil))), shows: { _ in true }, to: places)
      entries = places.entries
    }
    var gaps: [UnsearchedFiles.Gap] = []
    try store.eachGap { gap in
      guard !isFresh(gap.path) else { return }
      gaps.append(
        UnsearchedFiles.Gap(
          path: gap.path, byteCount: gap.byteCount, contentType: gap.contentType,
          outcome: gap.outcome, members: MemberTally()))
    }
    unsearched.add(gaps)
  }

  private func isFresh(_ path: FilePath) -> Bool {
    freshRoots.contains { path.isWithin($0) }
  }

  /// What stands in the store for the values of the cards, and whose it is.
  private func owners(in store: FindingStore) -> [ValueHash: [Int]] {
    var owners: [ValueHash: [Int]] = [:]
    for card in search.cards.indices {
      for value in search.exactValues(of: card) {
        let hash = store.hash(kind: value.kind, value: value.normalized)
        if owners[hash]?.contains(card) != true { owners[hash, default: []].append(card) }
      }
    }
    return owners
  }
}

/// Gathers the files that a list of the store names.
private final class StoredPlaces: ListingReceiver {
  private let values: [ValueHash: [Int]]
  private var gathering: StoredGathering
  private(set) var entries: [LocateReport.Entry] = []

  let isDone = false

  init(_ cards: [SubjectCard], values: [ValueHash: [Int]]) {
    self.values = values
    gathering = StoredGathering(cards)
  }

  func take(_ findings: [ListedFinding], _ history: FileHistory, in file: Provenance) {
    for listed in findings {
      guard let owners = values[listed.finding.hash] else { continue }
      gathering.take(listed.finding.finding, owners: owners)
    }
  }

  func take(_ record: FileRecord) {
    for file in gathering.end(record) {
      entries.append(
        LocateReport.Entry(
          file: file, source: .store(record.stateNow), owner: record.history?.owner))
    }
  }
}

extension FileRecord {
  /// What became of the file since its last run, as far as its size and time tell.
  fileprivate var stateNow: LocateReport.StoredState {
    var facts = stat()
    guard lstat(provenance.path.cString, &facts) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .gone : .unknown
    }
    let modified = Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec)
    return Int(facts.st_size) != byteCount || modified != history?.modified
      ? .changed : .unchanged
  }
}

extension SubjectAttribute {
  /// What a kind of the catalog says of a person.
  fileprivate init?(storedKind kind: String) {
    switch kind {
    case "bsn": self = .bsn
    case "date-of-birth": self = .birthDate
    case "email": self = .email
    case "phone": self = .phone
    case "iban": self = .iban
    case "licence-plate": self = .licencePlate
    case "address", "postcode": self = .address
    case "btw-id", "bank-account": return nil
    default: self = .number
    }
  }
}

extension [StoredRun] {
  /// The last run of each set of roots, the last of all first.
  fileprivate var lastOfEachRoots: [SearchAccount.Run] {
    var known: Set<[FilePath]> = []
    return reversed().filter { known.insert($0.roots).inserted }.map { run in
      SearchAccount.Run(
        name: run.name, started: run.started, isComplete: run.status == .complete,
        gapCount: run.partialCount + run.notExaminedCount, leftOutCount: run.leftOutCount,
        toolVersion: run.toolVersion, roots: run.roots, options: run.options)
    }
  }
}
