internal import Glibc

/// Messages for people; standard output holds reports alone.
enum StandardError {
  /// Writes one line behind the name of the program, whatever `message` holds.
  static func print(_ message: String) {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    write("vindplaats: \(TypedText.visible(line))\n")
  }

  /// Writes text as it is, without a line end.
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
