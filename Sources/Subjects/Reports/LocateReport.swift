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
    /// The same for files and members of equal content, from 1; nil for a content that is there once.
    package internal(set) var copyGroup: Int?
    /// That of members, by the way to them.
    package internal(set) var memberCopyGroups: [[DocumentPart]: Int] = [:]

    package init(file: LocatedFile, source: Source, owner: String?) {
      self.file = file
      self.source = source
      self.owner = owner
    }

    package var path: FilePath { file.path }

    /// The group of a document of the file: its own, or that of the file where it is no member.
    func copyGroup(of document: LocatedDocument) -> Int? {
      document.part.isEmpty ? copyGroup : memberCopyGroups[document.part]
    }
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

  /// `code` makes of a digest what a store has in its place, where one was asked.
  package init(
    account: SearchAccount, entries: [Entry], unsearched: UnsearchedFiles, summary: RunSummary?,
    isComplete: Bool, style: ReportStyle, code: (ContentDigest) -> [UInt8] = { $0.bytes }
  ) {
    self.account = account
    self.entries = EqualContents(entries, code: code).entries
    self.unsearched = unsearched
    self.summary = summary
    self.isComplete = isComplete
    self.style = style
  }

  /// The files with data of a card, the surest first.
  func entries(of card: Int) -> [Entry] { entries.filter { $0.file.card == card } }
}
