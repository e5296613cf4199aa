import Glibc

/// Tells the devices of file systems that show the state of the kernel and hold no documents.
struct PseudoFileSystems {
  private let devices: Set<UInt64>

  /// Takes them from what is mounted; none where /proc is not there.
  init() {
    self.init(mountInfo: Self.contents(of: "/proc/self/mountinfo"))
  }

  /// Takes them from a table of mounts (proc_pid_mountinfo(5)): the third field is
  /// `major:minor` of the device, the first after the field `-` is the type.
  init(mountInfo: [UInt8]) {
    var devices: Set<UInt64> = []
    for line in mountInfo.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "))
      guard let dash = fields.firstIndex(of: [UInt8(ascii: "-")]), 2 < dash,
        dash + 1 < fields.count,
        Self.types.contains(String(decoding: fields[dash + 1], as: UTF8.self)),
        let device = Self.device(String(decoding: fields[2], as: UTF8.self))
      else { continue }
      devices.insert(device)
    }
    self.devices = devices
  }

  func contain(device: UInt64) -> Bool {
    devices.contains(device)
  }

  private static let types: Set<String> = [
    "apparmorfs", "binder", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs",
    "devpts", "devtmpfs", "efivarfs", "fusectl", "hugetlbfs", "mqueue", "nfsd", "nsfs",
    "openpromfs", "proc", "pstore", "resctrl", "rpc_pipefs", "securityfs", "selinuxfs", "smackfs",
    "spufs", "sysfs", "tracefs", "usbfs", "xenfs",
  ]

  /// The device number of `major:minor`, put together as glibc's `makedev` does.
  private static func device(_ text: String) -> UInt64? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let major = UInt64(parts[0]), let minor = UInt64(parts[1]) else {
      return nil
    }
    return (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & ~0xFF) << 12 | (major & ~0xFFF) << 32
  }

  private static func contents(of path: String) -> [UInt8] {
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    guard let file = try? Descriptor.open(path, in: AT_FDCWD, flags: O_RDONLY) else { return [] }
    while true {
      let count = read(file.number, &buffer, buffer.count)
      guard count > 0 else { return contents }
      contents.append(contentsOf: buffer.prefix(count))
    }
  }
}
