internal import ScanModel

/// What Windows notes beside a file that it throws away (`$I…` for `$R…`): the path that it had.
///
/// Versions 1 and 2: the version in 8 bytes, the length of the file and the moment in 8 each; then
/// 520 bytes of UTF-16, or a count of units and as many.
enum RecycledName {
  private static let headByteCount = 24
  private static let byteLimit = 64 << 10

  /// The last name of that path; nil where the file says none.
  static func original(in note: FilePath) -> [UInt8]? {
    guard let bytes = SmallFile.bytes(of: note, limit: byteLimit), bytes.count > headByteCount + 4
    else { return nil }
    let start: Int
    switch bytes[0] {
    case 1: start = headByteCount
    case 2: start = headByteCount + 4
    default: return nil
    }
    var units: [UInt16] = []
    for index in stride(from: start, to: bytes.count - 1, by: 2) {
      let unit = UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      if unit == 0 { break }
      units.append(unit)
    }
    let path = String(decoding: units, as: UTF16.self)
    return path.split(whereSeparator: { $0 == "\\" || $0 == "/" }).last.map { Array($0.utf8) }
  }
}
