internal import Glibc

/// Messages for people; standard output holds reports alone.
enum StandardError {
  static func print(_ line: String) {
    write(line + "\n")
  }

  /// Writes text without a line end.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
