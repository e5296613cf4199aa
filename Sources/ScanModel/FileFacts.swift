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
  /// The numbers of the user and the group that own it.
  package let userID: UInt32
  package let groupID: UInt32
  /// Type and permissions, as the system has them.
  package let mode: UInt32

  package init(
    identity: FileIdentity, byteCount: Int, modified: Int64, changed: Int64, hardLinkCount: Int,
    userID: UInt32 = 0, groupID: UInt32 = 0, mode: UInt32 = 0
  ) {
    self.identity = identity
    self.byteCount = byteCount
    self.modified = modified
    self.changed = changed
    self.hardLinkCount = hardLinkCount
    self.userID = userID
    self.groupID = groupID
    self.mode = mode
  }
}
