internal import Cryptography
package import ScanModel
internal import Walking

/// The bytes of a file of which a scan has made no digest, or that it did not read to its end.
package enum FileContent {
  /// The digest of its content; nil where it cannot be read wholly or is no regular file.
  package static func digest(of path: FilePath) -> ContentDigest? {
    guard var file = try? OpenFile(at: path, followsLink: false) else { return nil }
    return digest(of: &file) { _ in true }
  }

  /// The digest of a file that is still what it was, which may be reached through a link.
  ///
  /// `goesOn` is told how many bytes were read, and ends the reading by false.
  static func digest(
    of path: FilePath, being facts: FileFacts, goesOn: (Int) -> Bool
  ) -> ContentDigest? {
    guard var file = try? OpenFile(at: path, followsLink: true), file.facts.isOfContent(of: facts),
      let digest = digest(of: &file, afterReading: goesOn), (try? file.rewind()) != nil,
      file.facts.isOfContent(of: facts)
    else { return nil }
    return digest
  }

  private static func digest(
    of file: inout OpenFile, afterReading goesOn: (Int) -> Bool
  ) -> ContentDigest? {
    var hasher = ContentHasher()
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = try? buffer.withUnsafeMutableBytes { buffer throws(FileAccessError) in
        let count = try file.read(into: buffer)
        hasher.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
      }
      guard let count else { return nil }
      if count == 0 { return hasher.digest }
      guard goesOn(count) else { return nil }
    }
  }
}

extension FileFacts {
  /// Whether they are those of a file that has not been written since `facts`.
  fileprivate func isOfContent(of facts: FileFacts) -> Bool {
    identity == facts.identity && byteCount == facts.byteCount && modified == facts.modified
  }
}
