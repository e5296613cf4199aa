internal import CLinux
internal import Glibc

/// Reading that comes after the reading of everybody else on the machine.
enum IdleReading {
  /// Begins it for the calling thread and all that it starts; to be called before there are others.
  static func begin() throws {
    guard linux_ioprio_set_idle() == 0 else {
      let reason = String(cString: strerror(errno))
      throw CommandFailure(message: "the system refuses --idle-io: \(reason)", status: .usage)
    }
  }
}
