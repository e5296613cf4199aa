import AuditLog
import Cryptography
import Foundation
import ScanModel
import TestSupport
import Testing

/// An audit log in a folder of its own.
struct AuditBench {
  let folder: TemporaryFolder
  let hasher: ValueHasher

  init() throws {
    folder = try TemporaryFolder()
    hasher = try #require(ValueHasher(key: (0..<32).map { UInt8($0) }))
  }

  var path: FilePath { FilePath("\(folder.path)/log/audit.ndjson") }

  func log() throws -> AuditLog { try AuditLog(path, hasher: hasher) }

  func entry(_ number: Int, action: String = "locate", reason: String = "inzage") -> AuditEntry {
    AuditEntry(
      action: action, caseReference: "Z-\(number)", author: "fg",
      time: 1_790_000_000 + Int64(number),
      reason: reason,
      facts: [AuditEntry.Fact("run", "a\(number)"), AuditEntry.Fact("outcome", "ok")])
  }

  /// Appends entries with the numbers 1 to `count`.
  func fill(_ count: Int) throws {
    let log = try log()
    for number in 1...count { try log.append(entry(number)) }
  }

  /// The lines as they stand in the file.
  var lines: [String] {
    get throws { try text.split(separator: "\n").map { String($0) } }
  }

  var text: String {
    get throws { String(decoding: try Data(contentsOf: url("")), as: UTF8.self) }
  }

  /// Puts lines in the place of those of the file.
  func replace(with lines: [String]) throws { try replace(text: lines.map { $0 + "\n" }.joined()) }

  func replace(text: String) throws { try Data(text.utf8).write(to: url("")) }

  func url(_ ending: String) -> URL { URL(filePath: "\(folder.path)/log/audit.ndjson\(ending)") }
}
