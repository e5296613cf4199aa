package import Cryptography
package import ScanModel
internal import Scanning
internal import Synchronization

/// Watches a fresh scan for the files of a plan, under their names or as copies.
package final class ScopeWatcher: ScanReceiver {
  private struct Notes {
    var records: [FilePath: FileRecord] = [:]
    var equal: [String: [FilePath]] = [:]
    var equalMembers: [String: [ScopeContents.Member]] = [:]
    /// Files of the plan, or of the size of one, whose content the scan did not read wholly.
    var unhashed: [FilePath] = []
  }

  private let paths: Set<FilePath>?
  private let digests: Set<String>
  private let byteCounts: Set<Int>
  private let hasher: ValueHasher
  private let notes = Mutex(Notes())

  /// For the items of a plan.
  package init(_ plan: ErasurePlan, hasher: ValueHasher) {
    paths = Set(plan.items.map(\.path))
    digests = Set(plan.items.compactMap(\.facts.digest))
    byteCounts = Set(plan.items.map(\.facts.byteCount))
    self.hasher = hasher
  }

  /// For a plan that is still to be made: keeps the records of all files.
  package init(hasher: ValueHasher) {
    paths = nil
    digests = []
    byteCounts = []
    self.hasher = hasher
  }

  // MARK: ScanReceiver

  package let takesFindings = false

  package func take(_ findings: [Finding], in file: Provenance) {}

  package func take(_ record: FileRecord) {
    let path = record.provenance.path
    let isWanted = paths?.contains(path) ?? true
    take(record.memberContents, in: path)
    let mayBeEqual = byteCounts.contains(record.byteCount)
    guard isWanted || mayBeEqual else { return }
    let code = mayBeEqual ? record.digest.map { hasher.contentCode($0) } : nil
    notes.withLock { notes in
      if isWanted { notes.records[path] = record }
      if let code, digests.contains(code) { notes.equal[code, default: []].append(path) }
      if record.digest == nil { notes.unhashed.append(path) }
    }
  }

  package func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {}

  private func take(_ members: [MemberContent], in path: FilePath) {
    guard !digests.isEmpty else { return }
    for member in members {
      let code = hasher.contentCode(member.digest)
      guard digests.contains(code) else { continue }
      notes.withLock {
        $0.equalMembers[code, default: []].append(
          ScopeContents.Member(path: path, part: member.part))
      }
    }
  }

  // MARK: What it saw

  /// The records of all files that it was to keep.
  package var records: [FileRecord] { notes.withLock { Array($0.records.values) } }

  /// What there is of the plan; files that the scan did not read wholly are read here.
  package func contents() -> ScopeContents {
    let notes = notes.withLock { $0 }
    var equal = notes.equal
    var digests: [FilePath: String] = [:]
    for path in notes.unhashed {
      guard let digest = FileContent.digest(of: path) else { continue }
      let code = hasher.contentCode(digest)
      digests[path] = code
      if self.digests.contains(code) { equal[code, default: []].append(path) }
    }
    for (path, record) in notes.records {
      if let digest = record.digest { digests[path] = hasher.contentCode(digest) }
    }
    return ScopeContents(
      digests: digests, outcomes: notes.records.mapValues(\.outcome),
      equal: equal.mapValues { paths in
        paths.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      },
      equalMembers: notes.equalMembers.mapValues { members in
        members.sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
      })
  }
}
