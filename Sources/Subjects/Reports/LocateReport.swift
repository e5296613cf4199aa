package import Reporting
package import ScanModel

/// What a search for people came to, ready to be told: a fresh scan, the store, or both.
package struct LocateReport: Sendable {
  /// Where a place is known from.
  package enum Source: Hashable, Sendable {
    /// Read now.
    case scan
    /// From the store, and what became of the file since.
    case store(StoredState)

    package var code: String {
      switch self {
      case .scan: "scan"
      case .store: "store"
      }
    }
  }

  /// What became of a file since a scan put it in the store; the raw value is the code of reports.
  package enum StoredState: String, Hashable, Sendable {
    case unchanged, changed, gone
    /// It cannot be asked after now.
    case unknown
  }

  /// A file with data of one card.
  package struct Entry: Sendable {
    package let file: LocatedFile
    package let source: Source
    /// The name or number of the user that it belongs to.
    package let owner: String?
    /// The same for files of equal content, from 1; nil for a content that is there once.
    package internal(set) var copyGroup: Int?

    package init(file: LocatedFile, source: Source, owner: String?) {
      self.file = file
      self.source = source
      self.owner = owner
    }

    package var path: FilePath { file.path }
  }

  package let account: SearchAccount
  /// The surest first, copies behind one another.
  package let entries: [Entry]
  /// What was not searched, in the scan and in the runs of the store.
  package let unsearched: UnsearchedFiles
  /// Of the fresh scan; nil where the store alone was asked.
  package let summary: RunSummary?
  /// Whether everything in scope was searched to its end.
  package let isComplete: Bool
  let style: ReportStyle

  package init(
    account: SearchAccount, entries: [Entry], unsearched: UnsearchedFiles, summary: RunSummary?,
    isComplete: Bool, style: ReportStyle
  ) {
    self.account = account
    self.entries = entries.inReadingOrder
    self.unsearched = unsearched
    self.summary = summary
    self.isComplete = isComplete
    self.style = style
  }

  /// The files with data of a card, the surest first.
  func entries(of card: Int) -> [Entry] { entries.filter { $0.file.card == card } }
}

extension [LocateReport.Entry] {
  /// By card, then the surest first, then by path; copies follow the first of them.
  fileprivate var inReadingOrder: [LocateReport.Entry] {
    let sorted = sorted { left, right in
      if left.file.card != right.file.card { return left.file.card < right.file.card }
      if left.file.verdict != right.file.verdict { return left.file.verdict < right.file.verdict }
      return left.path.bytes.lexicographicallyPrecedes(right.path.bytes)
    }
    let groups = Dictionary(grouping: sorted.indices) { index in
      sorted[index].contentKey ?? .path(card: sorted[index].file.card, sorted[index].path)
    }
    var numbers: [LocateReport.Entry.Content: Int] = [:]
    var ordered: [LocateReport.Entry] = []
    var taken: Set<Int> = []
    for index in sorted.indices where !taken.contains(index) {
      let key =
        sorted[index].contentKey ?? .path(card: sorted[index].file.card, sorted[index].path)
      let group = groups[key] ?? [index]
      for member in group where taken.insert(member).inserted {
        var entry = sorted[member]
        if group.count > 1 {
          let shared = key.withoutCard
          entry.copyGroup = numbers[shared] ?? numbers.count + 1
          numbers[shared] = entry.copyGroup
        }
        ordered.append(entry)
      }
    }
    return ordered
  }
}

extension LocateReport.Entry {
  /// What tells whether two entries are copies.
  fileprivate enum Content: Hashable {
    case digest(card: Int, ContentDigest)
    case path(card: Int, FilePath)

    /// Copies have one number, whoever's data they hold.
    var withoutCard: Content {
      switch self {
      case .digest(_, let digest): .digest(card: 0, digest)
      case .path(_, let path): .path(card: 0, path)
      }
    }
  }

  fileprivate var contentKey: Content? {
    guard let digest = file.record.digest, file.record.byteCount > 0 else { return nil }
    return .digest(card: file.card, digest)
  }
}
