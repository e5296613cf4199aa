/// One step of what liblzma undoes.
enum LZMAFilter {
  /// The property byte holds how many bits of position and of the byte before count.
  case lzma(properties: UInt8, dictionaryByteCount: Int)
  case lzma2(dictionaryByteCount: Int)
  /// Bytes that are told as the difference from the one so far before them.
  case delta(distance: Int)
  /// Jumps in programs that are told as the place they go to, by the number that 7z and xz both give
  /// to the processor.
  case branches(UInt64)

  /// Filters of processors that liblzma knows: x86, PowerPC, IA-64, ARM, Thumb, SPARC, ARM64.
  static let processors: ClosedRange<UInt64> = 0x04...0x0A
}
