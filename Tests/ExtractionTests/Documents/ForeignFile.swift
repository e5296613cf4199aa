import Glibc

/// Files that other programs made, below `Fixtures`.
enum ForeignFile {
  /// The bytes of the file at `path`; none where it is not there.
  static func bytes(_ path: String, source: String = #filePath) -> [UInt8] {
    let folder = source.split(separator: "/").dropLast(2).joined(separator: "/")
    guard let file = fopen("/\(folder)/Fixtures/\(path)", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
