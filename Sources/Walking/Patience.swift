import Glibc

extension Descriptor {
  /// How long a passing shortage may last before it counts as an error.
  static let usualPatience = Duration.seconds(10)

  /// Makes a system call that returns a descriptor, again while it is interrupted, and again after
  /// a pause while it fails for a passing reason.
  static func patiently(
    for patience: Duration = usualPatience, _ call: () -> Int32
  ) throws(SystemError) -> Int32 {
    var waited = Duration.zero
    while true {
      let number = call()
      guard number < 0 else { return number }
      let error = SystemError.last
      if error.number == EINTR { continue }
      guard error.isPassing, waited < patience else { throw error }
      usleep(pauseMicroseconds)
      waited += .microseconds(pauseMicroseconds)
    }
  }

  private static let pauseMicroseconds: UInt32 = 2_000
}
