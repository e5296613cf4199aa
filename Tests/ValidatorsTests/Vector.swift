import Glibc

/// One line of a file of vectors.
struct Vector {
  let text: String
  let isValid: Bool
  let normalized: String
  let why: String

  struct Malformed: Error {
    let line: String
  }

  /// The vectors of `Vectors/<name>.tsv`: text, verdict, normal form and reason, with `\n`, `\r`
  /// and `\\` escaped; the first line names the columns.
  static func all(in name: String) throws -> [Vector] {
    let directory = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try lines(of: "/\(directory)/Vectors/\(name).tsv").dropFirst().map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 4, columns[1] == "valid" || columns[1] == "invalid" else {
        throw Malformed(line: line)
      }
      return Vector(
        text: unescaped(columns[0]), isValid: columns[1] == "valid",
        normalized: unescaped(columns[2]), why: String(columns[3]))
    }
  }

  private static func lines(of path: String) throws -> [String] {
    guard let file = fopen(path, "r") else { throw Malformed(line: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character == "r" ? "\r" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
