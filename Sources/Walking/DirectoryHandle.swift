import Glibc
import ScanModel

/// An open directory that the walk and the files found in it share; closed with the last of them.
final class DirectoryHandle: Sendable {
  let descriptor: Descriptor
  let identity: FileIdentity
  private let budget: HandleBudget

  init(_ descriptor: consuming Descriptor, budget: HandleBudget) throws(SystemError) {
    identity = try descriptor.status().identity
    self.descriptor = descriptor
    self.budget = budget
    budget.open()
  }

  deinit {
    budget.close()
  }

  /// What one of its entries is; asks the file system where listing did not tell.
  func kind(of entry: DirectoryEntries.Entry) throws(SystemError) -> EntryKind {
    if let kind = entry.kind { return kind }
    guard let start = UnsafeRawPointer(entry.name.baseAddress) else {
      throw SystemError(number: ENOENT)
    }
    return try stat(
      of: start.assumingMemoryBound(to: CChar.self), in: descriptor.number, followingLink: false
    ).kind
  }
}
