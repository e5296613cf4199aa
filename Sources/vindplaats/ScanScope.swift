internal import Glibc
internal import ScanModel
internal import Walking

extension DescriptorCount {
  /// Ends the command where files cannot be opened, before threads need them: Dispatch ends the
  /// process where it gets none.
  ///
  /// It takes 7 for signals and timers; directories, files, the table of mounts and each report
  /// need some too.
  static func check(reportCount: Int) throws {
    let neededCount = 16 + reportCount
    let freeCount = free
    guard freeCount < neededCount else { return }
    throw CommandFailure(
      message: "only \(max(freeCount, 0)) more files can be open at a time and a scan needs "
        + "\(neededCount); raise 'ulimit -n'",
      status: .usage)
  }
}

extension TypedText {
  /// The paths that were typed; throws for one that is not there.
  static func existingPaths(_ arguments: [String]) throws -> [FilePath] {
    try arguments.map { argument in
      let path = Self.path(argument)
      var status = stat()
      guard stat(path.cString, &status) == 0 else {
        throw CommandFailure(
          message: "cannot scan \(path): \(String(cString: strerror(errno)))",
          status: .usage)
      }
      return path
    }
  }
}
