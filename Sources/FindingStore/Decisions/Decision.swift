package import Cryptography
internal import Foundation
internal import GRDB
package import ScanModel

/// What a person has decided about findings; it holds no value, only the hash of one.
package struct Decision: Hashable, Sendable {
  /// 0 for one that is not in a store yet.
  package let id: Int64
  package let verdict: DecisionVerdict
  package let kind: String
  /// Of the value; nil for all values of the kind below the path.
  package let hash: ValueHash?
  /// The folder, or the file of a single finding; nil for a value wherever it is.
  package let path: FilePath?
  /// Where in its file a single finding lies (`decisionText` of its parts).
  package let part: String?
  package let reason: String
  package let author: String
  /// Seconds since 1970, as the times below.
  package let made: Int64
  /// From when on it has no effect.
  package let expires: Int64?
  package let withdrawn: Int64?

  package init(
    id: Int64, verdict: DecisionVerdict, kind: String, hash: ValueHash?, path: FilePath?,
    part: String?,
    reason: String, author: String, made: Int64, expires: Int64?, withdrawn: Int64?
  ) {
    self.id = id
    self.verdict = verdict
    self.kind = kind
    self.hash = hash
    self.path = path
    self.part = part
    self.reason = reason
    self.author = author
    self.made = made
    self.expires = expires
    self.withdrawn = withdrawn
  }

  /// Whether it counts at that time.
  package func holds(at time: Int64) -> Bool {
    withdrawn == nil && expires.map { time < $0 } ?? true
  }
}

extension Decision {
  static let columns =
    "id, verdict, kind, hash, path, part, reason, author, made, expires, withdrawn"

  /// A row of `columns`; nil for what no version of the program writes.
  init?(_ row: Row) {
    guard let verdict = DecisionVerdict(rawValue: row[1]) else { return nil }
    let hash = row[3] as Data?
    let value = hash.flatMap { ValueHash(Array($0)) }
    guard (hash == nil) == (value == nil) else { return nil }
    self.init(
      id: row[0], verdict: verdict, kind: row[2], hash: value,
      path: (row[4] as Data?).map { FilePath(Array($0)) }, part: row[5], reason: row[6],
      author: row[7], made: row[8], expires: row[9], withdrawn: row[10])
  }

  static func all(in database: Database) throws -> [Decision] {
    try Row.fetchAll(database, sql: "SELECT \(columns) FROM decision ORDER BY id")
      .compactMap { Decision($0) }
  }

  /// Writes it as a new one; returns its id.
  func insert(in database: Database) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO decision (verdict, kind, hash, path, part, reason, author, made, expires,
          withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        verdict.rawValue, kind, hash.map { Data($0.bytes) }, path.map { Data($0.bytes) }, part,
        reason, author, made, expires, withdrawn,
      ])
    return database.lastInsertedRowID
  }

  func with(id: Int64) -> Decision {
    Decision(
      id: id, verdict: verdict, kind: kind, hash: hash, path: path, part: part, reason: reason,
      author: author, made: made, expires: expires, withdrawn: withdrawn)
  }
}

extension [DocumentPart] {
  /// The parts as decisions keep them: `member:brief.docx/section:footer`.
  ///
  /// Numbers of pages, slides and messages are left out: they shift as lines do.
  package var decisionText: String {
    map { part in
      switch part {
      case .member(let name): "member:" + name.escapedPart
      case .folder(let name): "folder:" + name.escapedPart
      case .message: "message"
      case .page: "page"
      case .slide: "slide"
      case .sheet(let name): "sheet:" + name.escapedPart
      case .table(let name): "table:" + name.escapedPart
      case .section(let section): "section:" + section.rawValue
      }
    }.joined(separator: "/")
  }
}

extension String {
  fileprivate var escapedPart: String {
    reduce(into: "") { text, character in
      switch character {
      case "/": text += "%2F"
      case "%": text += "%25"
      default: text.append(character)
      }
    }
  }
}
