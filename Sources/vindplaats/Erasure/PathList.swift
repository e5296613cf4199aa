internal import Reporting
internal import ScanModel

/// A file that names paths: one a line, or closed by NUL as `find -print0` writes them.
enum PathList {
  private static let byteLimit = 256 << 20

  static func paths(in file: FilePath, _ language: ReportLanguage) throws -> [FilePath] {
    let bytes = try InputFile.contents(
      of: file, byteLimit: byteLimit, called: Phrase("de lijst", "the list"), in: language)
    let end: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    let paths = bytes.split(separator: end).map { line in
      FilePath(end != 0 && line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : Array(line))
    }.filter { !$0.bytes.isEmpty }
    guard !paths.isEmpty else {
      throw CommandFailure(
        message: language.choose(
          nl: "de lijst \(file) noemt geen paden", en: "the list \(file) names no paths"),
        status: .usage)
    }
    return paths
  }
}
