internal import ScanModel
internal import Synchronization
internal import Walking

/// Remembers files that have several names, so that their content is read once and reported under
/// every name.
final class HardLinks: Sendable {
  /// What was found in a file, kept for its other names.
  struct Content: Sendable {
    let record: FileRecord
    let findings: [Finding]
  }

  /// What the finder of one more name is to do.
  enum Turn {
    /// The first name: scan, then call `finish`.
    case scan
    /// The content is known: report it under this name too.
    case report(Content)
    /// Another thread is scanning it and will report this name.
    case leave
  }

  private enum Entry {
    case inWork(otherNames: [FoundFile])
    case known(Content, namesToCome: Int)
  }

  /// Files with more findings are scanned once for each name.
  private static let longestList = 1_000
  private static let entryLimit = 100_000

  private let entries = Mutex<[FileIdentity: Entry]>([:])

  /// Takes a name of the file `facts`.
  func turn(of file: FoundFile, _ facts: FileFacts) -> Turn {
    guard facts.hardLinkCount > 1 else { return .scan }
    return entries.withLock { entries in
      switch entries[facts.identity] {
      case nil:
        if entries.count < Self.entryLimit { entries[facts.identity] = .inWork(otherNames: []) }
        return .scan
      case .inWork(let names):
        entries[facts.identity] = .inWork(otherNames: names + [file])
        return .leave
      case .known(let content, let namesToCome):
        entries[facts.identity] =
          namesToCome > 1 ? .known(content, namesToCome: namesToCome - 1) : nil
        return .report(content)
      }
    }
  }

  /// Ends the scan of the first name; returns the names that came meanwhile.
  ///
  /// `content` is nil where it has too many findings to keep.
  func finish(_ facts: FileFacts, _ content: Content?) -> [FoundFile] {
    guard facts.hardLinkCount > 1 else { return [] }
    return entries.withLock { entries in
      guard case .inWork(let names) = entries[facts.identity] else { return [] }
      let namesToCome = facts.hardLinkCount - 1 - names.count
      entries[facts.identity] =
        if let content, namesToCome > 0 { .known(content, namesToCome: namesToCome) } else { nil }
      return names
    }
  }

  static func isShort(_ findingCount: Int) -> Bool { findingCount <= longestList }
}
