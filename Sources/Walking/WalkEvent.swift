package import ScanModel

/// What a walk comes across.
package enum WalkEvent: Sendable {
  /// A regular file, to be opened.
  case file(FoundFile)
  /// Something that should have been examined and cannot be: special files, unreadable
  /// directories, roots that are not there.
  case notExamined(FilePath, NotExaminedReason)
  /// An entry that the options leave out; for a directory, with all that lies below it.
  case leftOut(FilePath, LeftOutReason)
}
