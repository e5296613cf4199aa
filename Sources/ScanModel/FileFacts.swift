/// What tells one file from another on one machine: device and inode.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64

  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

/// What the file system says of an open regular file.
package struct FileFacts: Hashable, Sendable {
  package let identity: FileIdentity
  /// In bytes; 0 for files of pseudo file systems that have content all the same.
  package let byteCount: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  /// Nanoseconds since 1970 of the last change of the inode.
  package let changed: Int64
  package let hardLinkCount: Int

  package init(
    identity: FileIdentity, byteCount: Int, modified: Int64, changed: Int64, hardLinkCount: Int
  ) {
    self.identity = identity
    self.byteCount = byteCount
    self.modified = modified
    self.changed = changed
    self.hardLinkCount = hardLinkCount
  }
}
