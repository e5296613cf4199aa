internal import Cryptography
internal import Reporting
internal import ScanModel

/// How messages on standard error write paths, which can hold names and numbers of people.
enum LogPaths {
  case plain
  /// As `path:` and 12 hexadecimal digits of a keyed hash: equal for equal paths, and no more.
  case hashed(ValueHasher)

  /// Under a key of this process alone.
  static var hashedOnce: LogPaths {
    let key = (0..<ValueHasher.keyByteCount).map { _ in UInt8.random(in: 0...UInt8.max) }
    return ValueHasher(key: key).map { .hashed($0) } ?? .plain
  }

  /// As the arguments say that could not be understood as a whole.
  static var typed: LogPaths {
    let arguments = TypedText.arguments
    let isHashed =
      arguments.contains("--log-paths=hash")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--log-paths" && $1 == "hash" }
    return isHashed ? .hashedOnce : .plain
  }

  func text(_ path: FilePath) -> String {
    switch self {
    case .plain: TerminalText.path(path)
    case .hashed(let hasher):
      "path:" + Hexadecimal.text(of: Array(hasher.code(of: path.bytes, for: "path").prefix(6)))
    }
  }

  /// A path that `plain` has written.
  func text(written path: String) -> String {
    switch self {
    case .plain: path
    case .hashed: text(FilePath(path))
    }
  }

  /// What the argument parser says, which repeats arguments: those that may be paths are hashed too.
  func text(ofUsageError message: String) -> String {
    guard case .hashed = self else { return message }
    let paths = TypedText.arguments.filter { $0.contains("/") || $0.contains(".") }
      .sorted { $0.utf8.count > $1.utf8.count }
    return paths.reduce(message) { message, argument in
      message.split(separator: argument, omittingEmptySubsequences: false)
        .joined(separator: text(TypedText.path(argument)))
    }
  }
}
