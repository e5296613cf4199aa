import Glibc
import ScanModel
import TestSupport
import Testing

@testable import FindingStore

@Suite struct StoreFolderTests {
  // statfs(2): NFS, SMB, CIFS, SMB2, AFS, Coda, NCP, Ceph, Lustre, GPFS, OCFS2, 9P.
  @Test(arguments: [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x7375_7245, 0x564C, 0x00C3_6400,
    0x0BD0_0BD0, 0x4750_4653, 0x7461_636F, 0x0102_1997,
  ])
  func `knows the file systems of other machines by number`(number: Int) {
    #expect(StoreFolder.isRemote(fileSystem: number))
    // As the C type may give them, with the sign of 32 bits.
    #expect(StoreFolder.isRemote(fileSystem: Int(Int32(truncatingIfNeeded: number))))
  }

  // ext4, XFS, Btrfs, tmpfs, overlay, ZFS, F2FS, FUSE.
  @Test(arguments: [
    0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0x2FC1_2FC1, 0xF2F5_2010,
    0x6573_5546,
  ])
  func `takes those of this machine`(number: Int) {
    #expect(!StoreFolder.isRemote(fileSystem: number))
  }

  @Test func `makes folders that others cannot enter, and leaves those that are there`() throws {
    let folder = try TemporaryFolder()
    chmod(folder.path, 0o755)
    let path = FilePath("\(folder.path)/a/b/c")
    try StoreFolder.make(path)
    var status = stat()
    for name in ["a", "a/b", "a/b/c"] {
      #expect(stat("\(folder.path)/\(name)", &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o700)
    }
    #expect(stat(folder.path, &status) == 0 && status.st_mode & 0o7777 == 0o755)
  }

  @Test(arguments: [
    ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false),
    ("/a/b", "/", true), ("/", "/", true), ("/a/b", "/a/", true), ("/b/a", "/a", false),
  ])
  func `knows what lies within a folder`(path: String, folder: String, expected: Bool) {
    #expect(FilePath(path).isWithin(FilePath(folder)) == expected)
  }
}
