import ScanModel

extension FilePath {
  var nulTerminated: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

  /// Where the last component begins.
  var nameOffset: Int { (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1 }

  /// The directory that the last component is in.
  var directory: FilePath {
    nameOffset == 0 ? FilePath(".") : FilePath(Array(bytes[..<nameOffset]))
  }
}
