import Glibc
import ScanModel

/// The way from directory to directory.
extension Walker {
  mutating func descend(to name: [CChar]) -> WalkEvent? {
    guard let parent = chain.directory else { return nil }
    let directory: DirectoryHandle
    do {
      directory = try open(name, in: parent.descriptor.number, flags: OpenFlags.directory)
    } catch {
      return .notExamined(chain.path(of: name), error.reasonForDirectory)
    }
    guard !roots.contain(directory.identity) || chain.contains(directory.identity) else {
      return nil
    }
    return enter(directory, name: name, isLinked: false)
  }

  mutating func enter(
    _ directory: DirectoryHandle, name: [CChar], isLinked: Bool
  ) -> WalkEvent? {
    if let reason = reasonToLeaveOut(directory.identity) {
      return .leftOut(chain.path(of: name), reason)
    }
    chain.descend(to: name, directory, isLinked: isLinked)
    list(directory)
    return nil
  }

  mutating func ascend() -> WalkEvent? {
    do {
      try chain.ascend()
      return nil
    } catch {
      guard chain.forgetWaitingEntries() else { return nil }
      return .notExamined(chain.directoryPath, .directoryUnreadable(error.number))
    }
  }

  /// Begins to read the directory at hand.
  mutating func list(_ directory: DirectoryHandle) {
    entriesMayBeRoots = roots.haveFiles(in: directory.identity)
    entries.begin(directory)
  }

  /// Opens a directory once there is room for it, closing those above the one at hand if need be.
  mutating func open(
    _ name: UnsafePointer<CChar>, in directory: Int32, flags: Int32
  ) throws(SystemError) -> DirectoryHandle {
    if !budget.hasRoom {
      chain.closeAncestors()
      budget.awaitRoom()
    }
    do {
      return try DirectoryHandle(
        Descriptor.open(name, in: directory, flags: flags, patience: .zero), budget: budget)
    } catch {
      guard error.isPassing else { throw error }
      chain.closeAncestors()
      return try DirectoryHandle(
        Descriptor.open(name, in: directory, flags: flags), budget: budget)
    }
  }
}
