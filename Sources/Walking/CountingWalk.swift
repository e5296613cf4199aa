package import ScanModel

/// Counts files and their bytes, to tell beforehand how long a scan may take.
package enum CountingWalk {
  /// Counts the files that `Walker` would list, without opening them.
  ///
  /// What cannot be listed is left out. Stops soon after `isCancelled` returns true, with what was
  /// counted so far.
  package static func count(
    roots: [FilePath], options: WalkOptions, isCancelled: () -> Bool
  ) -> (fileCount: Int, byteCount: Int) {
    var fileCount = 0
    var byteCount = 0
    var walker = Walker(roots: roots, options: options)
    while let event = walker.next() {
      if case .file(let file) = event, let size = file.byteCount {
        fileCount += 1
        byteCount += size
      }
      if isCancelled() { break }
    }
    return (fileCount, byteCount)
  }
}
