package import ScanModel

/// Why a store cannot be used; it never holds a value.
package enum StoreError: Error, Hashable, Sendable {
  /// There is no store at the place.
  case absent(FilePath)
  /// Another scan writes to it.
  case locked(FilePath)
  /// It lies on a file system of another machine, where locks and shared memory cannot be relied on.
  case networkFileSystem(FilePath)
  /// A later version of the program made it; the number of its form.
  case newer(FilePath, version: Int)
  /// What lies there is no store, or its bytes are damaged.
  case damaged(FilePath)
  /// Its disk is full.
  case full(FilePath)
  /// Its folder or file cannot be opened or made (errno).
  case unreachable(FilePath, errorNumber: Int32)
  case key(FilePath, KeyProblem)

  /// What is wrong with the key file.
  package enum KeyProblem: Hashable, Sendable {
    case missing
    /// No 32 bytes.
    case malformed
    /// Not the key that the store was made with.
    case other
    /// Others than its owner may read it.
    case readableByOthers
    /// It lies in the folder of the store, and so in its backups.
    case besideStore
    case unreachable(errorNumber: Int32)
  }
}
