import Testing

@testable import Walking

@Suite struct PseudoFileSystemsTests {
  private let mounts = PseudoFileSystems(
    mountInfo: Array(
      """
      22 27 0:21 / /proc rw,relatime shared:5 master:1 - proc proc rw
      36 35 98:0 /mnt1 /mnt2 rw,noatime - ext3 /dev/root rw,errors=continue
      40 27 259:1048577 / /sys/odd\\040name rw - sysfs sysfs rw
      41 27 0:50 / /srv/proc rw - fuse.sshfs proc rw
      42 27 0:60 / /cut
      """.utf8))

  @Test(arguments: [
    // Device numbers as makedev(3) gives them: 259:1048577 is 0x100010301.
    (UInt64(21), true), (0x1_0001_0301, true), (98 << 8, false), (50, false), (60, false),
  ])
  func `knows a device by the type of what is mounted from it`(device: UInt64, isPseudo: Bool) {
    #expect(mounts.contain(device: device) == isPseudo)
  }
}
