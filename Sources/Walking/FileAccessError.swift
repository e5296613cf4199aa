import Glibc
package import ScanModel

/// Why a listed file could not be opened or read.
package struct FileAccessError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Gone since its directory was listed.
    case vanished
    /// Something else than a regular file has taken its place.
    case notRegular
    /// The system's errno.
    case system(Int32)
  }

  package let reason: Reason

  package init(reason: Reason) {
    self.reason = reason
  }

  /// What the file is reported as.
  package var notExaminedReason: NotExaminedReason {
    switch reason {
    case .vanished: .vanished
    case .notRegular: .special
    case .system(let number): .unreadable(number)
    }
  }
}

extension FileAccessError {
  /// The failure to open an entry that was listed as a regular file.
  init(opening error: SystemError) {
    switch error.number {
    case ENOENT, ESTALE: reason = .vanished
    // A symbolic link, a socket, a device without driver.
    case ELOOP, ENXIO: reason = .notRegular
    default: reason = .system(error.number)
    }
  }

  /// The failure to read a file that is open.
  init(reading error: SystemError) {
    reason = .system(error.number)
  }
}
