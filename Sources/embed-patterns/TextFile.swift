internal import Glibc

/// A file of the build; what cannot be read or written ends the build.
struct TextFile {
  let path: String

  /// The part behind the last slash.
  var name: String { String(path.split(separator: "/").last ?? "") }

  func text() -> String {
    guard let file = fopen(path, "re") else { Self.fail("\(path): error: \(reason)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Self.fail("\(path): error: not UTF-8")
    }
    return text
  }

  func write(_ text: String) {
    guard let file = fopen(path, "we") else { Self.fail("\(path): error: \(reason)") }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten else { Self.fail("\(path): error: \(reason)") }
  }

  static func fail(_ message: String) -> Never {
    let line = Array("\(message)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
    exit(1)
  }

  private var reason: String { String(cString: strerror(errno)) }
}
