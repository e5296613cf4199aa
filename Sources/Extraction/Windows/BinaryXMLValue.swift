/// A value of an event: its type, and where it lies in the chunk.
struct BinaryXMLValue {
  /// What becomes of it.
  enum Form {
    case nothing
    case text
    /// Several texts.
    case array
    /// XML in binary form.
    case nested
    case binary
  }

  /// The types of values; bit 0x80 says that there are several.
  private enum Kind {
    static let null: UInt8 = 0x00
    static let text: UInt8 = 0x01
    static let narrowText: UInt8 = 0x02
    static let single: UInt8 = 0x0B
    static let double: UInt8 = 0x0C
    static let bool: UInt8 = 0x0D
    static let guid: UInt8 = 0x0F
    static let size: UInt8 = 0x10
    static let fileTime: UInt8 = 0x11
    static let systemTime: UInt8 = 0x12
    static let securityIdentifier: UInt8 = 0x13
    static let hexadecimal32: UInt8 = 0x14
    static let hexadecimal64: UInt8 = 0x15
    static let xml: UInt8 = 0x21
    static let array: UInt8 = 0x80
  }

  let type: UInt8
  let range: Range<Int>

  private var kind: UInt8 { type & ~Kind.array }

  var form: Form {
    guard !range.isEmpty else { return .nothing }
    return switch kind {
    case Kind.null: .nothing
    case Kind.xml: .nested
    case 0x01...0x0D, 0x0F...0x15: type & Kind.array == 0 ? .text : .array
    default: .binary
    }
  }

  /// What it says, as Windows writes it in XML, with times to the second.
  func text(in chunk: Span<UInt8>) -> [UInt8] { text(range, in: chunk) }

  /// The texts of an array.
  func items(in chunk: Span<UInt8>) -> [[UInt8]] {
    switch kind {
    case Kind.text:
      return text(range, in: chunk).split(separator: 0).map { Array($0) }
    case Kind.narrowText:
      return chunk.bytes(range).split(separator: 0).map { Charset.decode(Array($0).span, as: nil) }
    case Kind.securityIdentifier:
      return identifiers(in: chunk).map { text($0, in: chunk) }
    default:
      let byteCount = Self.byteCounts[kind] ?? range.count
      return stride(from: range.lowerBound, to: range.upperBound - byteCount + 1, by: byteCount)
        .map { text($0..<$0 + byteCount, in: chunk) }
    }
  }

  /// How many bytes each value of an array has.
  private static let byteCounts: [UInt8: Int] = [
    0x03: 1, 0x04: 1, 0x05: 2, 0x06: 2, 0x07: 4, 0x08: 4, 0x09: 8, 0x0A: 8, Kind.single: 4,
    Kind.double: 8, Kind.bool: 4, Kind.guid: 16, Kind.size: 8, Kind.fileTime: 8,
    Kind.systemTime: 16, Kind.hexadecimal32: 4, Kind.hexadecimal64: 8,
  ]

  private func text(_ range: Range<Int>, in chunk: Span<UInt8>) -> [UInt8] {
    let value = chunk.extracting(range)
    switch kind {
    case Kind.text:
      var text = chunk.utf16Text(in: range, .little)
      while text.last == 0 { text.removeLast() }
      return text
    case Kind.narrowText:
      return Charset.decode(value.extracting(..<value.position(of: 0, in: value.indices)), as: nil)
    case Kind.single, Kind.double: return Array(real(value).utf8)
    case Kind.bool: return Array((value.bits == 0 ? "false" : "true").utf8)
    case Kind.guid: return value.guid
    case Kind.fileTime: return CalendarTime(fileTime: value.bits)?.text ?? []
    case Kind.systemTime: return CalendarTime(systemTime: value)?.text ?? []
    case Kind.securityIdentifier: return value.securityIdentifier
    case Kind.size, Kind.hexadecimal32, Kind.hexadecimal64:
      return Array("0x\(String(value.bits, radix: 16))".utf8)
    default: return Array((isSigned ? "\(value.signed)" : "\(value.bits)").utf8)
    }
  }

  private var isSigned: Bool { kind % 2 == 1 }

  private func real(_ value: Span<UInt8>) -> String {
    value.count == 4
      ? Float(bitPattern: UInt32(value.bits)).description
      : Double(bitPattern: value.bits).description
  }

  /// Where the security identifiers of an array lie.
  private func identifiers(in chunk: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      let end = position + 8 + 4 * Int(chunk[position + 1])
      guard end <= range.upperBound else { break }
      ranges.append(position..<end)
      position = end
    }
    return ranges
  }
}

extension Span<UInt8> {
  /// The first 8 bytes as a number.
  fileprivate var bits: UInt64 {
    var bits: UInt64 = 0
    for index in 0..<Swift.min(count, 8) { bits |= UInt64(self[index]) << UInt64(8 * index) }
    return bits
  }

  /// The same as a number with a sign.
  fileprivate var signed: Int64 {
    let unused = UInt64(64 - 8 * Swift.min(Swift.max(count, 1), 8))
    return Int64(bitPattern: bits << unused) >> Int64(unused)
  }

  /// `{01234567-89AB-CDEF-0123-456789ABCDEF}`; nothing where there are too few bytes.
  fileprivate var guid: [UInt8] {
    guard count >= 16 else { return [] }
    let digits = Array("0123456789ABCDEF".utf8)
    var text = [UInt8(ascii: "{")]
    for (place, index) in [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].enumerated() {
      if [4, 6, 8, 10].contains(place) { text.append(UInt8(ascii: "-")) }
      text += [digits[Int(self[index] >> 4)], digits[Int(self[index] & 15)]]
    }
    return text + [UInt8(ascii: "}")]
  }

  /// `S-1-5-21-…`; nothing where its parts are not all there.
  fileprivate var securityIdentifier: [UInt8] {
    guard count >= 8, count >= 8 + 4 * Int(self[1]) else { return [] }
    var authority: UInt64 = 0
    for index in 2..<8 { authority = authority << 8 | UInt64(self[index]) }
    var text = "S-\(self[0])-\(authority)"
    for number in 0..<Int(self[1]) { text += "-\(littleEndian32(at: 8 + 4 * number))" }
    return Array(text.utf8)
  }
}
