/// Programs of nothing but a header and one instruction.
enum ProgramBytes {
  /// A program of Windows with one section up to `byteCount`, and where its signature begins.
  static func portable(
    byteCount: Int, section: String = ".text", signatureStart: Int = 0
  ) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 0x400)
    head.put(Array("MZ".utf8), at: 0)
    head.put(0x80, at: 60)
    head.put(Array("PE\0\0".utf8), at: 0x80)
    // One section behind an optional header of 224 bytes of the form for 32 bits.
    head.put([1, 0], at: 0x86)
    head.put([0xE0, 0, 0, 0, 0x0B, 0x01], at: 0x94)
    head.put(signatureStart, at: 0x98 + 96 + 32)
    head.put(Array(section.utf8), at: 0x178)
    head.put(byteCount - 0x400, at: 0x178 + 16)
    head.put(0x400, at: 0x178 + 20)
    return head + code(byteCount - 0x400)
  }

  /// A program of Linux for 64 bits with the table of its sections at the end.
  static func linked(byteCount: Int) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 64)
    head.put([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], at: 0)
    head.put(byteCount - 128, at: 40)
    head.put([64, 0, 2, 0], at: 58)
    return head + code(byteCount - 64)
  }

  private static func code(_ byteCount: Int) -> [UInt8] {
    [UInt8](repeating: 0xC3, count: byteCount)
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ bytes: [UInt8], at position: Int) {
    replaceSubrange(position..<position + bytes.count, with: bytes)
  }

  /// Four bytes, the lowest first.
  fileprivate mutating func put(_ number: Int, at position: Int) {
    put((0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }, at: position)
  }
}
