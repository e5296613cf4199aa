internal import Foundation

/// How a run of the command ended, and what it said.
package struct CommandRun {
  package let output: [UInt8]
  package let errors: [UInt8]
  /// 128 and more for the number of a signal.
  package let status: Int32
  /// The most memory that it held, in bytes, as of a few milliseconds before its end.
  package let peakByteCount: Int

  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errors, as: UTF8.self) }
  package var lines: [Substring] { text.split(whereSeparator: \.isNewline) }
  package var errorLines: [Substring] { errorText.split(separator: "\n") }

  /// The records of NDJSON on standard output.
  package var records: [CommandRecord] {
    get throws { try CommandRecord.list(text) }
  }
}

/// A record of an NDJSON report.
package struct CommandRecord {
  private let values: [String: Any]

  /// The records of a whole report, one on each line.
  package static func list(_ text: String) throws -> [CommandRecord] {
    try text.split(separator: "\n").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return CommandRecord(values: value as? [String: Any] ?? [:])
    }
  }

  package var type: String { self["type"] }
  package var path: String { self["path"] }
  /// The bytes of the path, from base64 where it is no text.
  package var pathBytes: [UInt8] {
    guard let coded = values["path_b64"] as? String, let bytes = Data(base64Encoded: coded) else {
      return Array(path.utf8)
    }
    return Array(bytes)
  }

  /// A text, empty where there is none.
  package subscript(_ key: String) -> String { values[key] as? String ?? "" }

  package func number(_ key: String) -> Int? { values[key] as? Int }

  package func flag(_ key: String) -> Bool? { values[key] as? Bool }

  /// A record inside this one.
  package func part(_ key: String) -> CommandRecord {
    CommandRecord(values: values[key] as? [String: Any] ?? [:])
  }

  /// The records of a list inside this one.
  package func list(_ key: String) -> [CommandRecord] {
    (values[key] as? [[String: Any]] ?? []).map { CommandRecord(values: $0) }
  }
}

extension [CommandRecord] {
  package func of(_ type: String) -> [CommandRecord] { filter { $0.type == type } }

  /// The record of a file.
  package func file(_ path: String) -> CommandRecord? {
    first { $0.type == "file" && $0.path == path }
  }
}
