internal import Glibc
internal import ScanModel

extension FileFacts {
  /// What the system says of a file that no scan opened; nil where it says nothing.
  init?(of path: FilePath) {
    var status = stat()
    guard lstat(path.cString, &status) == 0 else { return nil }
    self.init(
      identity: FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)),
      byteCount: Int(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), hardLinkCount: Int(status.st_nlink),
      userID: status.st_uid, groupID: status.st_gid, mode: status.st_mode)
  }

  private static func nanoseconds(_ moment: timespec) -> Int64 {
    Int64(moment.tv_sec) * 1_000_000_000 + Int64(moment.tv_nsec)
  }
}
