internal import CSandbox

/// What a worker gives up before it reads its first document.
package struct Sandbox: OptionSet, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  package static let noNewPrivileges = Sandbox(rawValue: Int32(SANDBOX_NO_NEW_PRIVILEGES))
  package static let noDump = Sandbox(rawValue: Int32(SANDBOX_NO_DUMP))
  package static let endsWithParent = Sandbox(rawValue: Int32(SANDBOX_PARENT_DEATH))
  package static let resourceLimits = Sandbox(rawValue: Int32(SANDBOX_RESOURCES))
  package static let landlock = Sandbox(rawValue: Int32(SANDBOX_LANDLOCK))
  package static let seccomp = Sandbox(rawValue: Int32(SANDBOX_SECCOMP))

  /// The protections by the names that reports give them.
  package static let names: [(protection: Sandbox, name: String)] = [
    (.noNewPrivileges, "no-new-privileges"), (.noDump, "no-core-dump"),
    (.endsWithParent, "parent-death-signal"), (.resourceLimits, "resource-limits"),
    (.landlock, "landlock"), (.seccomp, "seccomp"),
  ]

  /// Locks this process in for good; returns the protections that the kernel refused.
  ///
  /// From then on it has at most `memoryByteCount` bytes of data and 64 open files, opens nothing by
  /// path, connects to nothing and starts nothing.
  package static func enter(memoryByteCount: Int) -> Sandbox {
    Sandbox(rawValue: sandbox_enter(UInt(max(memoryByteCount, 0)), 64))
  }
}
