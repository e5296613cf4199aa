internal import ArgumentParser
internal import FindingStore

/// What messages on standard error may say.
struct MessageOptions: ParsableArguments {
  enum PathForm: String, CaseIterable, ExpressibleByArgument {
    case plain, hash
  }

  @Option(
    name: .customLong("log-paths"),
    help: """
      How messages on standard error write paths: plain, or hash, as 'path:' and a hash under the \
      key of the store (without a store, under a new key every time).
      """)
  var pathForm = PathForm.plain
}

/// A command whose messages may hold paths.
protocol TellingCommand: ParsableCommand {
  var messages: MessageOptions { get }
  /// The key of its store; nil for a command without one.
  var keyFile: KeyFile? { get }
}

extension TellingCommand {
  var keyFile: KeyFile? { nil }

  /// How its messages write paths.
  var logPaths: LogPaths {
    switch messages.pathForm {
    case .plain: .plain
    case .hash: keyFile?.hasher.map { .hashed($0) } ?? .hashedOnce
    }
  }
}
