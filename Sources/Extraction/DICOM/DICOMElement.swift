/// The head of an element of a data set, and where its value lies.
///
/// Source: DICOM PS3.5, section 7.1.
struct DICOMElement {
  static let item: UInt32 = 0xFFFE_E000
  static let itemEnd: UInt32 = 0xFFFE_E00D
  static let sequenceEnd: UInt32 = 0xFFFE_E0DD

  /// The group in the upper half, the number in it in the lower.
  let tag: UInt32
  /// The letters of its value representation; nil where they are not written.
  let form: DICOMForm?
  /// Where the value lies; what it has behind the end of the file is left out.
  let value: Range<Int>
  /// Whether not a length but an element behind the value says where it ends.
  let isEndless: Bool
  /// Whether the value reaches behind the end of the file.
  let isCut: Bool

  /// Nil where no head of an element lies at `position`.
  init?(_ bytes: Span<UInt8>, at position: Int, _ syntax: DICOMSyntax) {
    let order = syntax.order
    guard let group = bytes.integer(at: position, byteCount: 2, order),
      let number = bytes.integer(at: position + 2, byteCount: 2, order)
    else { return nil }
    tag = UInt32(group) << 16 | UInt32(number)
    var start = position + 8
    var length: Int?
    if syntax.isExplicit, group != 0xFFFE, start <= bytes.count,
      let form = DICOMForm(bytes[position + 4], bytes[position + 5])
    {
      self.form = form
      if form.hasLongLength {
        length = bytes.integer(at: position + 8, byteCount: 4, order)
        start += 4
      } else {
        length = bytes.integer(at: position + 6, byteCount: 2, order)
      }
    } else {
      // Some programs write single elements without their letters.
      form = nil
      length = bytes.integer(at: position + 4, byteCount: 4, order)
    }
    guard let length else { return nil }
    isEndless = length == 0xFFFF_FFFF
    isCut = !isEndless && length > bytes.count - start
    value = isEndless ? start..<start : start..<min(start + length, bytes.count)
  }

  /// Whether it belongs to the maker of a device and not to the standard.
  var isPrivate: Bool { tag >> 16 & 1 == 1 }
}
