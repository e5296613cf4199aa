internal import Dispatch
internal import Glibc
internal import Scanning
internal import Synchronization

/// Turns SIGINT and SIGTERM into a request to stop; a second one ends the process at once.
///
/// Watches as long as it lives.
final class SignalWatch {
  /// The signal that came first; handlers run on threads of Dispatch.
  private final class Receipt: Sendable {
    let number = Atomic<Int32>(0)
  }

  private let receipt = Receipt()
  private var sources: [any DispatchSourceSignal] = []

  /// `report` is called for SIGUSR1.
  init(progress: ScanProgress, report: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM] {
      add(number) { [receipt] in
        let exchange = receipt.number.compareExchange(
          expected: 0, desired: number, ordering: .relaxed)
        if !exchange.exchanged { _exit(128 + number) }
        progress.cancel()
      }
    }
    add(SIGUSR1, report)
  }

  /// The signal that asked to stop; 0 for none.
  var signalNumber: Int32 { receipt.number.load(ordering: .relaxed) }

  private func add(_ number: Int32, _ handler: @escaping @Sendable () -> Void) {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: handler)
    source.activate()
    sources.append(source)
  }
}
