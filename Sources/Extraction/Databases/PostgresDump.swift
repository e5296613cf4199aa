/// The header and the table of contents of a dump by pg_dump.
///
/// Source: PostgreSQL, src/bin/pg_dump/pg_backup_archiver.c, pg_backup_custom.c, pg_backup_tar.c and
/// pg_backup_directory.c, archive versions 1.10 to 1.16.
struct PostgresDump {
  /// Where the rows are.
  enum Form: UInt8 {
    /// Behind the table of contents.
    case custom = 1
    /// Each table in a file of its own beside `toc.dat`, in a tar or a directory.
    case tar = 3
    case directory = 5
  }

  enum Compression {
    case none, zlib
    /// lz4 and zstd, from PostgreSQL 16 on.
    case other
  }

  /// What one table or other object is in the table of contents.
  struct Entry {
    var tag: [UInt8]
    var schema: [UInt8]
    /// `COPY … FROM stdin`, empty where rows are statements.
    var copyStatement: [UInt8]
    /// The name of the file that holds the rows; empty where they are no file.
    var file: [UInt8] = []
  }

  private static let entryLimit = 1_000_000

  let form: Form
  private(set) var compression = Compression.none
  private(set) var entries: [Int: Entry] = [:]
  /// The statements that make what is dumped, one behind the other.
  private(set) var definitions: [UInt8] = []
  private(set) var cursor = PostgresDumpCursor()

  /// Reads up to the first block of data; nil where that is not possible.
  init?(_ bytes: Span<UInt8>) {
    cursor.position = 5
    guard let major = cursor.byte(bytes), let minor = cursor.byte(bytes), major == 1,
      (10...16).contains(minor), cursor.byte(bytes) != nil, let intSize = cursor.byte(bytes),
      (1...8).contains(intSize), let offsetSize = cursor.byte(bytes), offsetSize <= 8,
      let form = cursor.byte(bytes).flatMap(Form.init)
    else { return nil }
    self.form = form
    cursor.intSize = Int(intSize)
    guard readCompression(bytes, minor) else { return nil }
    // When it was made (7 numbers), the name of the database, and two versions.
    for _ in 0..<7 where cursor.int(bytes) == nil { return nil }
    for _ in 0..<3 where cursor.string(bytes) == nil { return nil }
    guard let entryCount = cursor.int(bytes), (0...Self.entryLimit).contains(entryCount) else {
      return nil
    }
    for _ in 0..<entryCount {
      guard readEntry(bytes, minor, offsetSize: Int(offsetSize)) else { return nil }
    }
  }

  private mutating func readCompression(_ bytes: Span<UInt8>, _ minor: UInt8) -> Bool {
    guard minor >= 15 else {
      guard let level = cursor.int(bytes) else { return false }
      compression = level == 0 ? .none : .zlib
      return true
    }
    switch cursor.byte(bytes) {
    case 0: compression = .none
    case 1: compression = .zlib
    case nil: return false
    default: compression = .other
    }
    return true
  }

  private mutating func readEntry(
    _ bytes: Span<UInt8>, _ minor: UInt8, offsetSize: Int
  ) -> Bool {
    guard let id = cursor.int(bytes), cursor.int(bytes) != nil,
      cursor.string(bytes) != nil, cursor.string(bytes) != nil,
      let tag = cursor.string(bytes), cursor.string(bytes) != nil
    else { return false }
    if minor >= 11, cursor.int(bytes) == nil { return false }
    guard let definition = cursor.string(bytes), cursor.string(bytes) != nil,
      let copyStatement = cursor.string(bytes), let schema = cursor.string(bytes),
      cursor.string(bytes) != nil
    else { return false }
    if minor >= 14, cursor.string(bytes) == nil { return false }
    if minor >= 16, cursor.int(bytes) == nil { return false }
    // The owner, and whether rows have object numbers.
    guard cursor.string(bytes) != nil, cursor.string(bytes) != nil else { return false }
    while true {
      guard let isString = cursor.skipString(bytes) else { return false }
      if !isString { break }
    }
    var entry = Entry(tag: tag, schema: schema, copyStatement: copyStatement)
    if form == .custom {
      guard cursor.skip(1 + offsetSize, bytes) else { return false }
    } else {
      guard let file = cursor.string(bytes) else { return false }
      entry.file = file
    }
    definitions += definition
    entries[id] = entry
    return true
  }
}

/// A place in a dump, and how its numbers are stored.
struct PostgresDumpCursor {
  var position = 0
  var intSize = 4

  mutating func byte(_ bytes: Span<UInt8>) -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  mutating func skip(_ count: Int, _ bytes: Span<UInt8>) -> Bool {
    guard count >= 0, count <= bytes.count - position else { return false }
    position += count
    return true
  }

  /// A sign, then the value, the lowest byte first.
  mutating func int(_ bytes: Span<UInt8>) -> Int? {
    guard let sign = byte(bytes), intSize <= bytes.count - position else { return nil }
    var value: UInt64 = 0
    for index in 0..<intSize {
      value |= UInt64(bytes[position + index]) << UInt64(8 * index)
    }
    position += intSize
    guard let magnitude = Int(exactly: value) else { return nil }
    return sign == 0 ? magnitude : -magnitude
  }

  /// A string; empty for none.
  mutating func string(_ bytes: Span<UInt8>) -> [UInt8]? {
    guard let count = int(bytes) else { return nil }
    guard count > 0 else { return [] }
    let start = position
    guard skip(count, bytes) else { return nil }
    var string: [UInt8] = []
    string.append(bytes, start..<position)
    return string
  }

  /// Skips a string; false where there is none.
  mutating func skipString(_ bytes: Span<UInt8>) -> Bool? {
    guard let count = int(bytes) else { return nil }
    guard count >= 0 else { return false }
    return skip(count, bytes) ? true : nil
  }

  /// The range of the next chunk of data; empty behind the last, nil where it is cut off.
  mutating func chunk(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard let count = int(bytes), count >= 0 else { return nil }
    let start = position
    guard skip(count, bytes) else { return nil }
    return start..<position
  }
}
