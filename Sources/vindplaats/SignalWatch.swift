internal import Dispatch
internal import Glibc
internal import Scanning
internal import Synchronization

/// Turns SIGINT, SIGTERM and SIGHUP into a request to stop; a second one ends the process at once.
///
/// A signal that was ignored from the start, as `nohup` does, stays so. Watches as long as it
/// lives.
final class SignalWatch {
  /// The signal that came first; handlers run on threads of Dispatch.
  private final class Receipt: Sendable {
    let number = Atomic<Int32>(0)
  }

  private let receipt = Receipt()
  private var sources: [any DispatchSourceSignal] = []

  /// `report` is called for SIGUSR1.
  init(progress: ScanProgress, report: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(number) {
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

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    // SIG_IGN is the address 1; functions cannot be compared.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  private func add(_ number: Int32, _ handler: @escaping @Sendable () -> Void) {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: handler)
    source.activate()
    sources.append(source)
  }
}
