import ScanModel

extension FilePath {
  /// The directory that the last component is in.
  var directory: FilePath {
    nameOffset == 0 ? FilePath(".") : FilePath(Array(bytes[..<nameOffset]))
  }
}
