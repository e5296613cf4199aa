/// Metafiles built by hand, record by record.
enum MetafileBytes {
  static func little(_ number: Int, _ byteCount: Int = 4) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// A record of EMF with what stands behind its head.
  static func record(_ type: Int, _ content: [UInt8]) -> [UInt8] {
    let padded = content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    return little(type) + little(padded.count + 8) + padded
  }

  /// An EMF with these records between its header and its end.
  static func enhanced(_ records: [[UInt8]]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 32) + Array(" EMF".utf8) + little(0x10000)
    header += [UInt8](repeating: 0, count: 100 - header.count)
    return record(1, header) + records.joined() + record(14, little(0) + little(16) + little(20))
  }

  /// EMR_EXTTEXTOUTW, or EMR_EXTTEXTOUTA for `bytes`, each letter `advance` wide.
  static func text(
    _ text: String, bytes: [UInt8]? = nil, x: Int, y: Int, advance: Int, options: Int = 0
  ) -> [UInt8] {
    let content = bytes ?? Array(text.utf16).flatMap { little(Int($0), 2) }
    let count = bytes?.count ?? text.utf16.count
    let padded = content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    var body = [UInt8](repeating: 0, count: 16) + little(1) + little(0) + little(0)
    body += little(x) + little(y) + little(count) + little(76) + little(options)
    body += [UInt8](repeating: 0, count: 16) + little(76 + padded.count)
    body += padded
    for _ in 0..<count { body += little(advance) }
    return record(bytes == nil ? 84 : 83, body)
  }

  /// EMR_EXTCREATEFONTINDIRECTW and its choice.
  static func font(_ number: Int, height: Int, charset: Int) -> [UInt8] {
    var font = little(-height) + little(0) + little(0) + little(0) + little(400)
    font += [0, 0, 0, UInt8(charset)] + [0, 0, 0, 0] + [UInt8](repeating: 0, count: 64)
    return record(82, little(number) + font) + record(37, little(number))
  }

  /// A comment with a record of EMF+.
  static func plus(_ type: Int, _ flags: Int, _ data: [UInt8]) -> [UInt8] {
    let record =
      little(type, 2) + little(flags, 2) + little(data.count + 12) + little(data.count) + data
    return self.record(70, little(record.count + 4) + Array("EMF+".utf8) + record)
  }

  /// A WMF with these records, each a function and what it is about.
  static func plain(_ records: [(function: Int, content: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    for (function, content) in records {
      body += little(3 + content.count / 2) + little(function, 2) + content
    }
    body += little(3) + little(0, 2)
    return little(1, 2) + little(9, 2) + little(0x300, 2) + little(9 + body.count / 2)
      + little(1, 2) + little(20) + little(0, 2) + body
  }
}
