internal import CLinux
internal import Glibc

/// What the process was started with.
enum Environment {
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The name of this machine; empty where it has none.
  static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The name of the user that the process runs as, or the number of one without a name.
  static var userName: String {
    getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? String(geteuid())
  }

  /// Has threads take memory by megabytes.
  ///
  /// The heap of a thread grows by the 4 KB that it lacks, with a system call for each, which all
  /// threads wait for: 770 of them before the first file is read.
  static func growHeapsAtOnce() {
    _ = linux_set_heap_growth(2 << 20, 4 << 20, 8 << 20)
  }

  /// Opens `/dev/null` for each of the descriptors 0, 1 and 2 that is closed.
  ///
  /// Else a file of the share or a report would get the number and with it what is meant for
  /// standard output. Writing to it fails as writing to the closed descriptor would.
  static func fillStandardDescriptors() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
