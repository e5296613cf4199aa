import Glibc
import ScanModel

/// The error number that a failed system call left behind.
struct SystemError: Error, Hashable {
  let number: Int32

  /// The error of the system call that just failed on this thread.
  static var last: SystemError { SystemError(number: errno) }

  /// Whether trying again later may help: descriptors have run out, or another process holds a
  /// lease on the file that it is asked to give back.
  var isPassing: Bool { [EMFILE, ENFILE, EAGAIN].contains(number) }

  /// Whether the entry is no longer what it was when its directory was listed.
  var meansVanished: Bool { [ENOENT, ENOTDIR, ELOOP, ESTALE].contains(number) }

  /// What a directory that could not be opened is reported as.
  var reasonForDirectory: NotExaminedReason {
    meansVanished ? .vanished : .directoryUnreadable(number)
  }

  /// What an entry whose type could not be had is reported as.
  var reasonForEntry: NotExaminedReason { meansVanished ? .vanished : .unreadable(number) }
}
