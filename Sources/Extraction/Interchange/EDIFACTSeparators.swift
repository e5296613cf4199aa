/// The bytes that part the values of an EDIFACT message, as its first segment tells them.
///
/// Source: ISO 9735-1, 5.1 and annex B: `UNA`, then the marks of components and elements, the decimal
/// mark, the release, a reserved byte and the end of segments.
struct EDIFACTSeparators {
  private(set) var component = UInt8(ascii: ":")
  private(set) var element = UInt8(ascii: "+")
  private(set) var release: UInt8? = UInt8(ascii: "?")
  private(set) var end = UInt8(ascii: "'")

  /// The bytes of the segment that tells them.
  static let byteCount = 9

  /// Those that are used where nothing is told.
  init() {}

  /// Of the segment `UNA` at the beginning of `bytes`; nil where there is none, or
  /// what it tells is no mark.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= Self.byteCount, bytes.hasPrefix("UNA", at: 0),
      (3..<Self.byteCount).allSatisfy({ bytes[$0].isMark })
    else { return nil }
    component = bytes[3]
    element = bytes[4]
    release = bytes[6] == 0x20 ? nil : bytes[6]
    end = bytes[8]
  }
}
