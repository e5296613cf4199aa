import Glibc
import ScanModel

/// What lies behind a symbolic link, found out without opening it for reading.
struct LinkTarget {
  let kind: EntryKind
  let identity: FileIdentity
  /// Absolute and free of links; nil where it cannot be had.
  let realPath: [UInt8]?

  init(of name: [CChar], in directory: DirectoryHandle) throws(SystemError) {
    let target = try Descriptor.open(
      name, in: directory.descriptor.number, flags: OpenFlags.pathOnly)
    let status = try target.status()
    kind = status.kind
    identity = status.identity
    realPath = target.realPath
  }
}
