internal import CLinux
internal import Glibc
package import ScanModel

extension PlanRoot {
  /// The place where a scan begins now; nil where there is nothing.
  package init?(at path: FilePath) {
    guard let status = Self.status(of: path) else { return nil }
    let parent = Self.status(of: path.folder)
    self.init(
      path: path, isFolder: status.st_mode & S_IFMT == S_IFDIR, inode: UInt64(status.st_ino),
      fileSystem: linux_file_system_type(path.cString), parentInode: UInt64(parent?.st_ino ?? 0),
      parentFileSystem: linux_file_system_type(path.folder.cString))
  }

  /// Whether a scan can begin here again.
  package var isThere: Bool { Self.status(of: path) != nil }

  /// Why what a scan says from here on is no proof; nil for none.
  ///
  /// A share that is not mounted looks like one from which everything was deleted.
  func problem(isItem: Bool) -> VerificationProblem? {
    if let now = PlanRoot(at: path) {
      guard isFolder else { return nil }
      return now.isFolder && Self.isSame(inode, fileSystem, now.inode, now.fileSystem)
        ? nil : VerificationProblem(.rootReplaced, path: path)
    }
    if isItem { return nil }
    let parent = Self.status(of: path.folder)
    let isParentSame = Self.isSame(
      parentInode, parentFileSystem, UInt64(parent?.st_ino ?? 0),
      linux_file_system_type(path.folder.cString))
    // The whole folder was deleted, from the folder that it lay in.
    return isFolder && parent != nil && isParentSame
      ? nil : VerificationProblem(.rootGone, path: path)
  }

  /// Network shares may give a folder another inode at every mount.
  private static func isSame(
    _ inode: UInt64, _ fileSystem: Int, _ otherInode: UInt64, _ otherFileSystem: Int
  ) -> Bool {
    fileSystem == otherFileSystem
      && (inode == otherInode || remoteFileSystems.contains(fileSystem & 0xFFFF_FFFF))
  }

  private static func status(of path: FilePath) -> stat? {
    var status = stat()
    return stat(path.cString, &status) == 0 ? status : nil
  }

  /// NFS, SMB, CIFS, SMB 2, FUSE, 9P, Ceph.
  private static let remoteFileSystems: Set<Int> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x00C3_6400,
  ]
}

extension ErasurePlan {
  /// Whether a scan can begin where it began when the plan was made.
  package var rootProblems: [VerificationProblem] {
    let paths = Set(items.map(\.path))
    return scope.roots.compactMap { $0.problem(isItem: paths.contains($0.path)) }
  }
}
