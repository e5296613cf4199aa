package import ScanModel

/// How far up from a file recycle folders are looked for.
package enum CopyBound: Sendable {
  /// In these folders and below.
  case roots([FilePath])
  /// As far as there are folders, for a list of files that says nothing of a share.
  case share

  package init(_ roots: [FilePath], isList: Bool) {
    self = isList ? .share : .roots(roots)
  }
}
