package import ScanModel

/// Why an audit log cannot be used; it never holds a value.
package enum AuditError: Error, Hashable, Sendable {
  /// There is no log at the place.
  case absent(FilePath)
  /// Its folder or file cannot be opened, read or written (errno).
  case unreachable(FilePath, errorNumber: Int32)
  /// It was written under another key.
  case otherKey(FilePath)
  /// Its end is not what the program wrote there: nothing is appended to it.
  case broken(FilePath, AuditProblem)
}
