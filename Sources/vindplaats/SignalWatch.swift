internal import Dispatch
internal import Glibc
internal import Scanning
internal import Synchronization

/// Turns SIGINT and SIGTERM into a request to stop; a second one ends the process at once.
final class SignalWatch: Sendable {
  private let received = Atomic<Int32>(0)
  private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])

  /// The signal that asked to stop; 0 for none.
  var signalNumber: Int32 { received.load(ordering: .relaxed) }

  /// Watches until the process ends. `report` is called for SIGUSR1.
  init(progress: ScanProgress, report: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM] {
      add(number) { [received] in
        let isFirst = received.compareExchange(
          expected: 0, desired: number, ordering: .relaxed
        ).exchanged
        if !isFirst { _exit(128 + number) }
        progress.cancel()
      }
    }
    add(SIGUSR1, report)
  }

  private func add(_ number: Int32, _ handler: @escaping @Sendable () -> Void) {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: handler)
    source.activate()
    sources.withLock { $0.append(source) }
  }
}
