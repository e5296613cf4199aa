internal import CLinux
internal import Glibc
internal import Reporting
internal import ScanModel

/// Makes places that only their owner can read, whatever the umask.
enum StoreFolder {
  /// Makes the folder and those above it, closed to all others; one that is there stays as it is.
  static func make(_ path: FilePath) throws(StoreError) {
    do throws(FolderFailure) {
      try path.makeClosedFolders()
    } catch {
      throw .unreachable(error.folder, errorNumber: error.errorNumber)
    }
  }

  /// Makes an empty file that only its owner can read; one that is there loses what others may do.
  static func makeFile(_ path: FilePath) throws(StoreError) {
    let descriptor = open(path.cString, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .unreachable(path, errorNumber: errno) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw .unreachable(path, errorNumber: errno) }
  }

  /// Whether the file system of the path belongs to another machine.
  static func isRemote(_ path: FilePath) -> Bool {
    isRemote(fileSystem: linux_file_system_type(path.cString))
  }

  /// Whether the number is that of a network file system (statfs(2)).
  static func isRemote(fileSystem number: Int) -> Bool {
    remoteFileSystems.contains(number & 0xFFFF_FFFF)
  }

  /// NFS, SMB, CIFS, SMB 2, AFS (two), Coda, Novell, Ceph, Lustre, GPFS, OCFS2, 9P.
  private static let remoteFileSystems: Set<Int> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x6B41_4653, 0x7375_7245, 0x564C,
    0x00C3_6400, 0x0BD0_0BD0, 0x4750_4653, 0x7461_636F, 0x0102_1997,
  ]
}

extension FilePath {
  /// Whether both lead to one folder, by whatever names.
  func isSameFolder(as other: FilePath) -> Bool {
    var status = stat()
    var otherStatus = stat()
    guard stat(cString, &status) == 0, stat(other.cString, &otherStatus) == 0 else {
      return self == other
    }
    return status.st_dev == otherStatus.st_dev && status.st_ino == otherStatus.st_ino
  }
}
