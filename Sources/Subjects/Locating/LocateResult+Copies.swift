internal import ScanModel

extension LocateResult {
  /// The result with digests of the files that may have a copy.
  ///
  /// Those are the files with a size of `sizes`, or with that of another file or member that was
  /// located: no other content is read a second time.
  func identifyingFiles(
    sizes: Set<Int>, by digest: (FileRecord) -> ContentDigest?
  ) -> LocateResult {
    var counts: [Int: Int] = [:]
    var counted: Set<FilePath> = []
    for file in files where counted.insert(file.path).inserted {
      counts[file.record.byteCount, default: 0] += 1
      for content in Set(file.documents.compactMap(\.content)) {
        counts[content.byteCount, default: 0] += 1
      }
    }
    var digests: [FilePath: ContentDigest?] = [:]
    let identified = files.map { file in
      let byteCount = file.record.byteCount
      guard file.record.digest == nil, byteCount > 0,
        counts[byteCount] ?? 0 > 1 || sizes.contains(byteCount)
      else { return file }
      let known = digests[file.path] ?? digest(file.record)
      digests[file.path] = known
      var file = file
      if let known { file.record = file.record.identified(by: known) }
      return file
    }
    return LocateResult(
      cards: cards, files: identified, unsearched: unsearched, summary: summary, started: started,
      ended: ended)
  }
}
