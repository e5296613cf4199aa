internal import Cryptography
internal import Foundation
internal import GRDB
internal import ScanModel

/// Why decisions could not be taken over.
package enum DecisionImportError: Error, Hashable, Sendable {
  /// Their hashes were made with another key than that of this store.
  case otherKey
  /// The line, from 1, is not what an export holds.
  case malformed(line: Int)
  case store(StoreError)
}

extension FindingStore {
  /// All decisions as NDJSON: a header with the id of the key, then a decision on each line.
  package func exportedDecisions() throws(StoreError) -> String {
    let keyID = hasher.keyID
    return try read { database in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      var lines = [try encoder.encode(DecisionHeader(keyID: Hexadecimal.text(of: keyID)))]
      for decision in try Decision.all(in: database) {
        let record = DecisionRecord(decision, files: try self.files(of: decision, in: database))
        lines.append(try encoder.encode(record))
      }
      return lines.map { String(decoding: $0, as: UTF8.self).asciiJSON + "\n" }.joined()
    }
  }

  /// Takes over the decisions of an export, but for those that are here already; tells how many are
  /// new.
  package func importDecisions(_ bytes: [UInt8]) throws(DecisionImportError) -> Int {
    let decoder = JSONDecoder()
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first,
      let header = try? decoder.decode(DecisionHeader.self, from: Data(first)),
      header.type == "decisions", header.schema == DecisionHeader.schema
    else { throw .malformed(line: 1) }
    guard header.keyID == Hexadecimal.text(of: hasher.keyID) else { throw .otherKey }
    var records: [(decision: Decision, files: [DecisionRecord.File])] = []
    for (index, line) in lines.enumerated().dropFirst() {
      guard let record = try? decoder.decode(DecisionRecord.self, from: Data(line)),
        let decision = record.decision
      else { throw .malformed(line: index + 1) }
      records.append((decision, record.files))
    }
    do throws(StoreError) {
      return try write { database in
        var known = Dictionary(
          try Decision.all(in: database).map { ($0.identity, $0.id) }, uniquingKeysWith: { $1 })
        var newCount = 0
        for (decision, files) in records {
          let id: Int64
          if let knownID = known[decision.identity] {
            id = knownID
            try database.execute(
              sql: "UPDATE decision SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL",
              arguments: [decision.withdrawn, id])
          } else {
            id = try decision.insert(in: database)
            known[decision.identity] = id
            newCount += 1
          }
          for file in files { try self.add(file, to: id, in: database) }
        }
        return newCount
      }
    } catch {
      throw .store(error)
    }
  }

  private func files(
    of decision: Decision, in database: Database
  ) throws -> [DecisionRecord.File] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT folder.path, item.name, content.digest, content.byte_count
        FROM decision_file LEFT JOIN item ON item.id = decision_file.item
          LEFT JOIN folder ON folder.id = item.folder
          LEFT JOIN content ON content.id = decision_file.content
        WHERE decision = ? ORDER BY decision_file.item, decision_file.content
        """, arguments: [decision.id])
    return rows.map { row in
      let folder: Data? = row[0]
      let name: Data? = row[1]
      let digest: Data? = row[2]
      let path = folder.flatMap { folder in
        name.map { FilePath(Array(folder)).appending(Array($0)) }
      }
      return DecisionRecord.File(
        path: path.map(DecisionRecord.PathText.init),
        content: digest.map { Hexadecimal.text(of: Array($0)) }, bytes: row[3])
    }
  }

  /// Notes a file that a decision has followed elsewhere, whether this store has seen it or not.
  private func add(
    _ file: DecisionRecord.File, to decision: Int64, in database: Database
  ) throws {
    var item = DecisionLineage.unknown
    if let path = file.path?.filePath {
      try database.execute(
        sql: "INSERT OR IGNORE INTO folder (path) VALUES (?)",
        arguments: [Data(path.folder.bytes)])
      let folder = try Int64.fetchOne(
        database, sql: "SELECT id FROM folder WHERE path = ?",
        arguments: [Data(path.folder.bytes)])
      try database.execute(
        sql: "INSERT OR IGNORE INTO item (folder, name) VALUES (?, ?)",
        arguments: [folder, Data(path.name)])
      item =
        try Int64.fetchOne(
          database, sql: "SELECT id FROM item WHERE folder = ? AND name = ?",
          arguments: [folder, Data(path.name)]) ?? item
    }
    var content = DecisionLineage.unknown
    if let digest = file.content.flatMap({ Hexadecimal.bytes(of: $0) }), let count = file.bytes,
      digest.count == 32
    {
      try database.execute(
        sql: "INSERT OR IGNORE INTO content (digest, byte_count) VALUES (?, ?)",
        arguments: [Data(digest), count])
      content =
        try Int64.fetchOne(
          database, sql: "SELECT id FROM content WHERE digest = ?", arguments: [Data(digest)])
        ?? content
    }
    guard item != DecisionLineage.unknown || content != DecisionLineage.unknown else { return }
    try database.execute(
      sql: "INSERT OR IGNORE INTO decision_file VALUES (?, ?, ?)",
      arguments: [decision, item, content])
  }
}

extension Decision {
  /// What makes two decisions the same one in several stores.
  fileprivate var identity: Decision {
    Decision(
      id: 0, verdict: verdict, kind: kind, hash: hash, path: path, part: part, reason: reason,
      author: author, made: made, expires: expires, withdrawn: nil)
  }
}

extension String {
  /// JSON in which all characters beyond ASCII are escaped, so that none deceives who reads it.
  fileprivate var asciiJSON: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    return utf16.reduce(into: "") { text, unit in
      if unit < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }
}
