internal import Glibc
internal import ScanModel

/// What the process was started with.
enum Environment {
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The path that an argument means, with the bytes that were typed.
  ///
  /// The argument parser hands out text, in which bytes that are not UTF-8 are replaced.
  static func path(_ argument: String) -> FilePath {
    typedArgument { $0 == argument } ?? FilePath(argument)
  }

  /// The path behind the `=` of an argument such as `html=report.html`, as it was typed.
  static func outputPath(_ path: String) -> FilePath {
    guard let typed = typedArgument({ $0.hasSuffix("=" + path) }),
      let mark = typed.bytes.firstIndex(of: UInt8(ascii: "="))
    else { return FilePath(path) }
    let tail = Array(typed.bytes[(mark + 1)...])
    // `--out=html=report.html` has two.
    guard let second = tail.firstIndex(of: UInt8(ascii: "=")), typed.bytes.starts(with: [45, 45])
    else { return FilePath(tail) }
    return FilePath(Array(tail[(second + 1)...]))
  }

  private static func typedArgument(_ isMeant: (String) -> Bool) -> FilePath? {
    for index in 1..<max(Int(CommandLine.argc), 1) {
      guard let typed = CommandLine.unsafeArgv[index], isMeant(String(cString: typed)) else {
        continue
      }
      return FilePath(UnsafeBufferPointer(start: typed, count: strlen(typed)).map { UInt8(bitPattern: $0) })
    }
    return nil
  }
}
