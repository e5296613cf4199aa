package import Isolation
internal import ScanModel
internal import Synchronization
internal import Wire

/// What all workers of a scan are told, and what is known of them; shared by the threads.
package final class IsolationSetup: Sendable {
  /// The configuration as it goes over the socket.
  let configuration: [UInt8]
  private let limits: ReadingLimits
  private let missing = Atomic<Int>(0)

  package init(_ configuration: WorkerConfiguration) {
    var wire = WireWriter()
    configuration.write(to: &wire)
    self.configuration = wire.bytes
    limits = configuration.limits
  }

  /// The protections that the kernel refused a worker.
  var missingProtections: [String] {
    let missing = Sandbox(rawValue: Int32(truncatingIfNeeded: missing.load(ordering: .relaxed)))
    return Sandbox.names.filter { missing.contains($0.protection) }.map(\.name)
  }

  /// How many members a document may have.
  var memberLimit: Int { limits.entryCount }

  func note(missing protections: Int) {
    missing.bitwiseOr(protections, ordering: .relaxed)
  }

  /// The seconds that a document may take.
  func time(for document: DocumentWorkers.Document, unpackedByteCount: Int) -> Int {
    let megabytes = (document.byteCount >> 20) + (max(unpackedByteCount, 0) >> 20)
    return min(
      limits.baseTime + megabytes,
      document.isContainer ? limits.longestContainerTime : limits.longestTime)
  }

  /// Why a worker ended that was not asked to.
  func reason(of ending: WorkerProcess.Ending) -> PartialReason {
    ending.isOutOfMemory ? .memory : .crash
  }
}
