/// How much of a file its header calls a program: what lies behind that, the system does not load.
///
/// Source: Microsoft, PE Format; Tool Interface Standard, ELF 1.2; MS-DOS, header of EXE files.
struct ProgramImage {
  private static let partLimit = 256
  /// Where what belongs to the program ends.
  private(set) var end = 0
  /// Where the signature of the file begins, which is its last part; 0 for none.
  private var signatureStart = 0

  /// Nil where `head` is the beginning of no program.
  init?(_ head: Span<UInt8>) {
    if head.has("MZ", at: 0), head.count >= 64 {
      let header = head.number(at: 60, byteCount: 4)
      if head.has("PE\0\0", at: header) {
        readPortable(head, at: header)
      } else {
        let rest = head.number(at: 2, byteCount: 2)
        end = head.number(at: 4, byteCount: 2) * 512 - (rest > 0 ? 512 - rest : 0)
      }
    } else if head.has("\u{7F}ELF", at: 0), head.count >= 64, head[5] == 1 {
      readLinked(head, isLarge: head[4] == 2)
    } else {
      return nil
    }
    guard end > 0 else { return nil }
  }

  /// What lies between the program and its signature, in a file of `byteCount` bytes.
  func rest(ofByteCount byteCount: Int) -> Range<Int>? {
    let end = signatureStart >= end ? min(signatureStart, byteCount) : byteCount
    return self.end < end ? self.end..<end : nil
  }

  private mutating func readPortable(_ head: Span<UInt8>, at header: Int) {
    let optional = header + 24
    let directories = optional + (head.number(at: optional, byteCount: 2) == 0x20B ? 112 : 96)
    signatureStart = head.number(at: directories + 32, byteCount: 4)
    var section = optional + head.number(at: header + 20, byteCount: 2)
    for _ in 0..<min(head.number(at: header + 6, byteCount: 2), Self.partLimit) {
      let start = head.number(at: section + 20, byteCount: 4)
      // WinZip makes its archive a section of the program.
      if head.has("_winzip_", at: section) {
        end = start
        return
      }
      end = max(end, start + head.number(at: section + 16, byteCount: 4))
      section += 40
    }
  }

  private mutating func readLinked(_ head: Span<UInt8>, isLarge: Bool) {
    let width = isLarge ? 8 : 4
    let sizes = isLarge ? 54 : 42
    let segments = head.number(at: isLarge ? 32 : 28, byteCount: width)
    let sections = head.number(at: isLarge ? 40 : 32, byteCount: width)
    end =
      sections + head.number(at: sizes + 4, byteCount: 2) * head.number(at: sizes + 6, byteCount: 2)
    let segmentByteCount = head.number(at: sizes, byteCount: 2)
    for index in 0..<min(head.number(at: sizes + 2, byteCount: 2), Self.partLimit) {
      let segment = segments + index * segmentByteCount
      let start = head.number(at: segment + (isLarge ? 8 : 4), byteCount: width)
      end = max(end, start + head.number(at: segment + (isLarge ? 32 : 16), byteCount: width))
    }
  }
}

extension Span<UInt8> {
  /// The number in `byteCount` bytes, the lowest first; 0 where they are not there, or it is no size of
  /// a file.
  fileprivate func number(at position: Int, byteCount: Int) -> Int {
    guard position >= 0, position <= count - byteCount else { return 0 }
    var number: UInt64 = 0
    for offset in 0..<byteCount { number |= UInt64(self[position + offset]) << (8 * offset) }
    return number < 1 << 48 ? Int(number) : 0
  }
}
