internal import Cryptography
internal import GRDB
package import ScanModel

/// The decisions of a store that count at a time, ready to be asked of many findings.
package struct DecisionBook: Sendable {
  private struct Value: Hashable {
    let kind: String
    let hash: ValueHash
  }

  /// What a decision on a single finding has followed.
  private struct Files {
    var items: Set<Int64> = []
    var contents: Set<Int64> = []
  }

  /// The newest first.
  private var byValue: [Value: [Decision]] = [:]
  /// Of these.
  private var valueKinds: Set<String> = []
  /// The longest path first, then the newest.
  private var byKind: [String: [Decision]] = [:]
  private var files: [Int64: Files] = [:]

  package init(in store: FindingStore, at time: Int64) throws(StoreError) {
    self = try store.read { try DecisionBook($0, at: time) }
  }

  init(_ database: Database, at time: Int64) throws {
    for decision in try Decision.all(in: database).reversed() where decision.holds(at: time) {
      if let hash = decision.hash {
        byValue[Value(kind: decision.kind, hash: hash), default: []].append(decision)
        valueKinds.insert(decision.kind)
        if decision.path != nil { files[decision.id] = Files() }
      } else {
        byKind[decision.kind, default: []].append(decision)
      }
    }
    for kind in byKind.keys { byKind[kind]?.sort { $0.rank > $1.rank } }
    guard !files.isEmpty else { return }
    let rows = try Row.fetchCursor(
      database, sql: "SELECT decision, item, content FROM decision_file")
    while let row = try rows.next() {
      let decision: Int64 = row[0]
      files[decision]?.items.insert(row[1])
      files[decision]?.contents.insert(row[2])
    }
  }

  package var isEmpty: Bool { byValue.isEmpty && byKind.isEmpty }

  /// What was decided about a finding; that about the finding itself goes before that about its value,
  /// and this before that about its kind.
  package func decision(
    on finding: StoredFinding, item: Int64, content: Int64?, path: FilePath
  ) -> Decision? {
    decision(finding.kind, finding.hash, finding.part, item: item, content: content)
      ?? decision(onKind: finding.kind, in: path)
  }

  /// What was decided about a finding or its value; for a file that is not known, `item` is nil.
  func decision(
    _ kind: String, _ hash: ValueHash, _ part: [DocumentPart], item: Int64?, content: Int64?
  ) -> Decision? {
    guard let decisions = byValue[Value(kind: kind, hash: hash)] else { return nil }
    let part = part.decisionText
    let single = decisions.first { decision in
      guard decision.part == part, let files = files[decision.id] else { return false }
      return item.map(files.items.contains) ?? false
        || content.map(files.contents.contains) ?? false
    }
    return single ?? decisions.first { $0.path == nil }
  }

  /// What was decided about all values of a kind in this file.
  func decision(onKind kind: String, in path: FilePath) -> Decision? {
    byKind[kind]?.first { $0.path.map(path.isWithin) ?? false }
  }

  /// Whether something was decided about a value of the kind.
  func decidesValues(of kind: String) -> Bool { valueKinds.contains(kind) }

  /// Whether something was decided about a single finding of the value.
  func decidesSingles(_ kind: String, _ hash: ValueHash) -> Bool {
    byValue[Value(kind: kind, hash: hash)]?.contains { $0.path != nil } ?? false
  }

  /// The values about which something was decided.
  var hashes: Set<ValueHash> { Set(byValue.keys.map(\.hash)) }

  /// The kinds of which all values below a folder were decided about.
  var folderKinds: [String] { byKind.keys.sorted() }

  /// Whether kinds in this file were decided about as a whole.
  func decidesKinds(in path: FilePath) -> Bool {
    byKind.values.contains { $0.contains { $0.path.map(path.isWithin) ?? false } }
  }
}

extension Decision {
  fileprivate var rank: (Int, Int64) { (path?.bytes.count ?? 0, id) }
}
