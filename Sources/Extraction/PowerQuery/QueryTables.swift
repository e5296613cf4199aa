import ScanModel

/// Finds the tables that somebody has typed or pasted into a query: rows in JSON, packed and in base64,
/// with the names of their columns behind them.
///
/// `Binary.FromText("…", BinaryEncoding.Base64), Compression.Deflate` … `type table [Naam = _t, …]`
enum QueryTables {
  struct Table {
    /// JSON whose first row names the columns where they are known; what else it may be, as it is.
    var bytes: [UInt8]
    /// Why it is not all.
    var failure: PartialReason?
  }

  private static let front: StaticString = "Binary.FromText(\""
  private static let longestColumns = 16 << 10

  static func all(in code: Span<UInt8>, context: ExtractionContext) -> [Table] {
    var tables: [Table] = []
    var position = code.position(of: front, from: 0)
    while let start = position {
      let text = start + front.utf8CodeUnitCount
      let end = code.position(of: UInt8(ascii: "\""), in: text..<code.count)
      position = code.position(of: front, from: end)
      let behind = end..<min(position ?? code.count, end + longestColumns)
      var packed: [UInt8] = []
      Base64Decoding.decode(code.extracting(text..<end), into: &packed)
      var table = unpack(packed, as: format(code.extracting(behind)), context)
      if let names = columnNames(code.extracting(behind)),
        table.bytes.starts(with: Array("[[".utf8))
      {
        table.bytes.replaceSubrange(..<1, with: Array("[".utf8) + names + Array(",".utf8))
      }
      tables.append(table)
    }
    return tables
  }

  /// How the bytes are packed, as what stands behind them says; nil for not at all.
  private static func format(_ behind: Span<UInt8>) -> StreamInflater.Format? {
    if behind.position(of: "Compression.Deflate", from: 0) != nil { return .deflate }
    return behind.position(of: "Compression.GZip", from: 0) == nil ? nil : .gzip
  }

  private static func unpack(
    _ packed: [UInt8], as format: StreamInflater.Format?, _ context: ExtractionContext
  ) -> Table {
    guard let format else { return Table(bytes: packed) }
    var table = Table(bytes: [])
    let end = StreamInflater.inflate(
      packed.span, format, into: &table.bytes, limit: context.limits.bytesInMemory)
    switch end {
    case .whole: break
    case .broken: table.failure = .malformed
    case .overLimit: table.failure = .limit
    }
    if !context.spend(unpacked: table.bytes.count) { table = Table(bytes: [], failure: .limit) }
    return table
  }

  /// The names of the columns as a row in JSON: of `type table [Naam = _t, #"BSN nr" = _t]`.
  private static func columnNames(_ behind: Span<UInt8>) -> [UInt8]? {
    let mark: StaticString = "type table ["
    guard let start = behind.position(of: mark, from: 0) else { return nil }
    var names: [[UInt8]] = []
    var name: [UInt8] = []
    var isName = true
    var isQuoted = false
    for position in start + mark.utf8CodeUnitCount..<behind.count {
      let byte = behind[position]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted {
        if isName { name.append(byte) }
      } else if byte == UInt8(ascii: "=") {
        isName = false
        names.append(name)
        name = []
      } else if byte == UInt8(ascii: ",") {
        isName = true
      } else if byte == UInt8(ascii: "]") {
        return names.isEmpty ? nil : row(of: names)
      } else if isName, byte > 0x20, byte != UInt8(ascii: "#") {
        name.append(byte)
      }
    }
    return nil
  }

  private static func row(of names: [[UInt8]]) -> [UInt8] {
    var row = Array("[".utf8)
    for (index, name) in names.enumerated() {
      if index > 0 { row.append(UInt8(ascii: ",")) }
      row.append(UInt8(ascii: "\""))
      for byte in name {
        if byte == UInt8(ascii: "\\") { row.append(byte) }
        row.append(byte)
      }
      row.append(UInt8(ascii: "\""))
    }
    row.append(UInt8(ascii: "]"))
    return row
  }
}
