internal import Glibc
internal import Reporting
package import ScanModel

/// The file of a plan: written once, whole or not at all, for its owner alone.
package enum PlanFile {
  /// Why a plan could not be written.
  package enum Failure: Error, Hashable, Sendable {
    /// Something lies at its place already.
    case exists
    case unreachable(errorNumber: Int32)
  }

  /// Writes the text beside its place, does `work` once it is on the disk, and gives it its name.
  ///
  /// Where `work` throws, nothing is left. A run that is killed leaves the whole plan or none at its
  /// place.
  package static func write<WorkError: Error>(
    _ text: String, to path: FilePath, whenSafe work: () throws(WorkError) -> Void
  ) throws {
    try refuseExisting(path)
    let name = ".vindplaats-" + String(UInt64.random(in: .min ... .max), radix: 16) + ".part"
    let part = path.folder.appending(Array(name.utf8))
    let descriptor = open(
      part.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure.unreachable(errorNumber: errno) }
    defer { unlink(part.cString) }
    let isWritten = Array(text.utf8).write(to: descriptor) && fsync(descriptor) == 0
    let error = errno
    close(descriptor)
    guard isWritten else { throw Failure.unreachable(errorNumber: error) }
    try work()
    try give(part, name: path)
  }

  /// Throws where something lies at the place of a plan.
  package static func refuseExisting(_ path: FilePath) throws(Failure) {
    var status = stat()
    if lstat(path.cString, &status) == 0 { throw .exists }
  }

  /// Gives the file its name, which nothing may have.
  private static func give(_ part: FilePath, name path: FilePath) throws(Failure) {
    if link(part.cString, path.cString) != 0 {
      let error = errno
      if error == EEXIST { throw .exists }
      // A file system without hard links: the name is taken first, and then replaced.
      guard error == EPERM || error == EOPNOTSUPP || error == ENOSYS else {
        throw .unreachable(errorNumber: error)
      }
      let taken = open(path.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard taken >= 0 else {
        throw errno == EEXIST ? .exists : .unreachable(errorNumber: errno)
      }
      close(taken)
      guard rename(part.cString, path.cString) == 0 else {
        throw .unreachable(errorNumber: errno)
      }
    }
    path.synchroniseFolder()
  }
}
