internal import Cryptography
internal import Reporting

/// Writes and reads the lines of an audit log and its head, under one key.
struct AuditLines {
  let hasher: ValueHasher

  private static let linePurpose = "audit"
  private static let headPurpose = "audit-head"

  /// What the first line names as the code before it.
  var start: [UInt8] { hasher.code(of: [], for: "audit-start") }

  // MARK: Lines

  func line(_ entry: AuditEntry, after head: AuditHead?) -> SealedLine {
    var json = JSONText()
    json.object { json in
      json.member("number", (head?.number ?? 0) + 1)
      json.members(of: entry)
      json.member("previous", Hexadecimal.text(of: head?.code ?? start))
    }
    return SealedLine(sealing: json.bytes.dropLast(), for: Self.linePurpose, hasher)
  }

  /// The record of a line, be it changed or not; nil for what has not the form of one.
  func record(_ line: SealedLine) -> AuditRecord? {
    guard let object = line.object, let code = line.code else { return nil }
    return try? Self.record(LineCursor(object), code)
  }

  func isAuthentic(_ line: SealedLine) -> Bool {
    line.isAuthentic(for: Self.linePurpose, hasher)
  }

  private static func record(
    _ cursor: consuming LineCursor, _ code: [UInt8]
  ) throws(LineCursor.Mismatch) -> AuditRecord {
    try cursor.pass("{\"number\":")
    let number = try cursor.number()
    try cursor.pass(",\"time\":")
    guard let time = Timestamp.seconds(iso8601: try cursor.string()) else {
      throw LineCursor.Mismatch()
    }
    try cursor.pass(",\"who\":")
    let author = try cursor.string()
    try cursor.pass(",\"action\":")
    let action = try cursor.string()
    try cursor.pass(",\"case\":")
    let caseReference = try cursor.string()
    try cursor.pass(",\"reason\":")
    let reason = try cursor.string()
    try cursor.pass(",\"facts\":[")
    let facts = try facts(&cursor)
    try cursor.pass(",\"previous\":")
    guard let previous = Hexadecimal.bytes(of: try cursor.string()), cursor.isAtEnd else {
      throw LineCursor.Mismatch()
    }
    return AuditRecord(
      number: number,
      entry: AuditEntry(
        action: action, caseReference: caseReference, author: author, time: time, reason: reason,
        facts: facts),
      previous: previous, code: code)
  }

  private static func facts(
    _ cursor: inout LineCursor
  ) throws(LineCursor.Mismatch) -> [AuditEntry.Fact] {
    var facts: [AuditEntry.Fact] = []
    while !cursor.passes("]") {
      if !facts.isEmpty { try cursor.pass(",") }
      try cursor.pass("{\"name\":")
      let name = try cursor.string()
      try cursor.pass(",\"value\":")
      facts.append(AuditEntry.Fact(name, try cursor.string()))
      try cursor.pass("}")
    }
    return facts
  }

  // MARK: The head

  func text(of head: AuditHead) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("key", Hexadecimal.text(of: hasher.keyID))
      json.member("number", head.number)
      json.member("head", Hexadecimal.text(of: head.code))
    }
    return SealedLine(sealing: json.bytes.dropLast(), for: Self.headPurpose, hasher).bytes + [0x0A]
  }

  /// What the file with the head says; nil for what has not the form of one.
  func head(_ bytes: [UInt8]) -> (keyID: [UInt8], head: AuditHead, isAuthentic: Bool)? {
    guard bytes.last == 0x0A else { return nil }
    let line = SealedLine(bytes.dropLast())
    guard let object = line.object else { return nil }
    return try? Self.head(LineCursor(object), line.isAuthentic(for: Self.headPurpose, hasher))
  }

  private static func head(
    _ cursor: consuming LineCursor, _ isAuthentic: Bool
  ) throws(LineCursor.Mismatch) -> (keyID: [UInt8], head: AuditHead, isAuthentic: Bool) {
    try cursor.pass("{\"key\":")
    let keyID = Hexadecimal.bytes(of: try cursor.string())
    try cursor.pass(",\"number\":")
    let number = try cursor.number()
    try cursor.pass(",\"head\":")
    let code = Hexadecimal.bytes(of: try cursor.string())
    guard let keyID, let code, cursor.isAtEnd else { throw LineCursor.Mismatch() }
    return (keyID, AuditHead(number: number, code: code), isAuthentic)
  }
}
