/// Recognises data sets of DICOM that lie in a file without its preamble.
///
/// Source: DICOM PS3.5, section 7.1.
enum DICOMShape {
  /// Whether the file begins with three elements whose numbers rise and whose lengths are likely: of its
  /// meta information (group 2) or of what identifies it (group 8), in any of the three ways.
  static func begins(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 24 else { return false }
    switch (head[0], head[1]) {
    case (2, 0), (8, 0): return holds(head, isBig: false)
    case (0, 8): return holds(head, isBig: true)
    default: return false
    }
  }

  private static func holds(_ head: Span<UInt8>, isBig: Bool) -> Bool {
    let isExplicit = head[4].isCapital
    guard isExplicit || !isBig else { return false }
    var position = 0
    var lastTag = -1
    for _ in 0..<3 {
      guard position + 8 <= head.count else { return false }
      let group = number(head, at: position, byteCount: 2, isBig: isBig)
      let tag = group << 16 | number(head, at: position + 2, byteCount: 2, isBig: isBig)
      guard tag > lastTag, group == 2 || group == 8 else { return false }
      lastTag = tag
      guard let length = length(head, at: &position, isExplicit: isExplicit, isBig: isBig) else {
        return false
      }
      position += length
    }
    return true
  }

  /// The length of the value of the element at `position`, which goes to where that begins; nil where no
  /// such element is likely.
  private static func length(
    _ head: Span<UInt8>, at position: inout Int, isExplicit: Bool, isBig: Bool
  ) -> Int? {
    let start = position
    position += 8
    var length: Int
    if isExplicit {
      guard head[start + 4].isCapital, head[start + 5].isCapital else { return nil }
      switch (head[start + 4], head[start + 5]) {
      case (UInt8(ascii: "O"), UInt8(ascii: "B")):
        guard head.has([0, 0], at: start + 6), start + 12 <= head.count else { return nil }
        length = number(head, at: start + 8, byteCount: 4, isBig: isBig)
        position += 4
      default: length = number(head, at: start + 6, byteCount: 2, isBig: isBig)
      }
    } else {
      length = number(head, at: start + 4, byteCount: 4, isBig: isBig)
    }
    return length <= 1024 && length % 2 == 0 ? length : nil
  }

  private static func number(
    _ head: Span<UInt8>, at position: Int, byteCount: Int, isBig: Bool
  ) -> Int {
    var number = 0
    for index in 0..<byteCount {
      number = number << 8 | Int(head[position + (isBig ? index : byteCount - 1 - index)])
    }
    return number
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }
}
