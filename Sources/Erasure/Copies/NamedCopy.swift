package import ScanModel

/// A file that may be a copy of others, as its name and place tell.
package struct NamedCopy: Hashable, Sendable {
  package let path: FilePath
  package let sign: CopySign
  /// Ordered by path.
  package let originals: [FilePath]

  package init(path: FilePath, sign: CopySign, originals: [FilePath]) {
    self.path = path
    self.sign = sign
    self.originals = originals
  }
}
