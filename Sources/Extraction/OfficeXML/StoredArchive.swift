/// A zip archive in memory whose entries are stored as they are.
///
/// Source: APPNOTE 4.3.7, 4.3.12, 4.3.16.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private(set) var entryCount = 0

  /// Adds an entry; false where an archive of this form has no room for it.
  mutating func add(_ name: [UInt8], _ content: [UInt8]) -> Bool {
    guard name.count <= 4096, entryCount < 0xFFFF,
      body.count + directory.count + content.count + 2 * name.count < 0xFFFF_0000
    else { return false }
    var fields: [UInt8] = []
    // Version, UTF-8 names, stored, time, date.
    for number in [20, 0x0800, 0, 0, 0] { fields.append(little: number, byteCount: 2) }
    fields.append(little: Int(Checksum32.of(content)), byteCount: 4)
    fields.append(little: content.count, byteCount: 4)
    fields.append(little: content.count, byteCount: 4)
    fields.append(little: name.count, byteCount: 2)
    fields.append(little: 0, byteCount: 2)
    directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + [UInt8](repeating: 0, count: 10)
    directory.append(little: body.count, byteCount: 4)
    directory += name
    body += [0x50, 0x4B, 3, 4] + fields + name
    body += content
    entryCount += 1
    return true
  }

  /// The archive with its directory.
  consuming func finished() -> [UInt8] {
    let start = body.count
    body += directory
    body += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    body.append(little: entryCount, byteCount: 2)
    body.append(little: entryCount, byteCount: 2)
    body.append(little: directory.count, byteCount: 4)
    body.append(little: start, byteCount: 4)
    body += [0, 0]
    return body
  }
}

extension [UInt8] {
  fileprivate mutating func append(little number: Int, byteCount: Int) {
    for index in 0..<byteCount { append(UInt8(truncatingIfNeeded: number &>> (8 &* index))) }
  }
}
