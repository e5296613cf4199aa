package import Reporting

/// By what a name tells that a file may be a copy; the raw value is the code of plans and reports.
package enum CopySign: String, Hashable, Sendable, CaseIterable {
  /// What a program keeps while a document is open.
  case lockFile = "lock-file"
  case backup
  /// What a program saved by itself, or was writing when it ended.
  case autosave
  /// `Kopie van brief.docx`, `brief (2).docx`.
  case copy
  /// It was thrown away.
  case recycled
  case snapshot

  package var phrase: Phrase {
    switch self {
    case .lockFile: Phrase("vergrendeling", "lock file")
    case .backup: Phrase("reservekopie", "backup")
    case .autosave: Phrase("automatisch bewaarde versie", "autosave")
    case .copy: Phrase("kopie", "copy")
    case .recycled: Phrase("weggegooide versie", "recycled version")
    case .snapshot: Phrase("momentopname", "snapshot")
    }
  }
}
