import Glibc

/// How many descriptors the process has open and may still open.
package enum DescriptorCount {
  /// How many more may be opened now (`RLIMIT_NOFILE`); those that are open above the first 1,024
  /// are not seen.
  package static var free: Int {
    let limit = sysconf(Int32(_SC_OPEN_MAX))
    guard limit > 0 else { return lookedAtCount }
    var descriptors = (0..<min(limit, lookedAtCount)).map { number in
      pollfd(fd: Int32(number), events: 0, revents: 0)
    }
    guard poll(&descriptors, nfds_t(descriptors.count), 0) >= 0 else { return limit }
    return limit - descriptors.count { $0.revents & Int16(POLLNVAL) == 0 }
  }

  private static let lookedAtCount = 1_024
}
