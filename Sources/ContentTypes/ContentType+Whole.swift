extension ContentType {
  /// The type of content all of which is here.
  package static func ofWhole(_ bytes: Span<UInt8>) -> ContentType {
    let type = detect(
      head: bytes.extracting(..<min(bytes.count, headByteCount)),
      isWhole: bytes.count < headByteCount)
    guard type.isProgram, PrefixedArchive(in: bytes) != nil else { return type }
    return .binary(.prefixedArchive)
  }

  /// Whether it is a program, behind which an archive may lie that its first bytes do not tell of.
  package var isProgram: Bool {
    if case .binary(let type) = self { type.isProgram } else { false }
  }
}

extension BinaryType {
  var isProgram: Bool { self == .pe || self == .elf }
}
