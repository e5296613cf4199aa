internal import Glibc

/// What the process was started with.
enum Environment {
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
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
