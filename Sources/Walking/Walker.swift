package import ScanModel

/// Lists the files below some roots.
///
/// Paths are bytes and may be longer than the system allows for one call; the number of open
/// directories is bounded whatever the depth; symbolic links are followed only on demand and
/// special files never opened. A directory is walked once, even if roots overlap; one that is
/// itself a root is walked as that. The roots themselves, which were named, are followed if they
/// are links, and taken whatever the globs say.
package struct Walker: Sendable {
  private let roots: [FilePath]
  private let options: WalkOptions

  package init(roots: [FilePath], options: WalkOptions) {
    self.roots = roots
    self.options = options
  }

  /// Lists everything below the roots in a fixed order of the file system, on the calling thread.
  ///
  /// `receive` returns false to stop. It may wait: nothing is read meanwhile. Where the files that
  /// it keeps hold too many directories open, the walk waits until some of them are let go.
  package func walk(_ receive: (WalkEvent) -> Bool) {
    withoutActuallyEscaping(receive) { receive in
      var descent = Descent(roots: roots, options: options, receive: receive)
      try? descent.walk()
    }
  }
}
