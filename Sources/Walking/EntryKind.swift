import Glibc
import ScanModel

/// What an entry of a directory is, as far as the walk treats it differently.
enum EntryKind: Hashable {
  case regular, directory, symbolicLink
  /// FIFO, socket or device.
  case special

  /// Nil where the file system does not tell types while listing.
  init?(directoryEntryType type: UInt8) {
    switch Int(type) {
    case DT_REG: self = .regular
    case DT_DIR: self = .directory
    case DT_LNK: self = .symbolicLink
    case DT_UNKNOWN: return nil
    default: self = .special
    }
  }
}

extension stat {
  /// Asks about `name` relative to an open directory, without opening it.
  init(
    of name: UnsafePointer<CChar>, in directory: Int32, followingLink: Bool
  ) throws(SystemError) {
    self.init()
    let flags = followingLink ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(directory, name, &self, flags) == 0 else { throw .last }
  }

  var kind: EntryKind {
    switch st_mode & S_IFMT {
    case S_IFREG: .regular
    case S_IFDIR: .directory
    case S_IFLNK: .symbolicLink
    default: .special
    }
  }

  var identity: FileIdentity {
    FileIdentity(device: UInt64(st_dev), inode: UInt64(st_ino))
  }

  var facts: FileFacts {
    FileFacts(
      identity: identity, byteCount: Int(st_size), modified: st_mtim.nanoseconds,
      changed: st_ctim.nanoseconds, hardLinkCount: Int(st_nlink), userID: st_uid,
      groupID: st_gid, mode: st_mode)
  }
}

extension timespec {
  /// Since 1970; times beyond the years 1678...2261 wrap.
  fileprivate var nanoseconds: Int64 {
    Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec)
  }
}
