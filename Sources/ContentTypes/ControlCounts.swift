internal import CByteClasses

/// How many bytes are characters that texts hardly have.
struct ControlCounts {
  let nulCount: Int
  /// Control characters other than NUL.
  let controlCount: Int

  init(_ head: Span<UInt8>) {
    nulCount = head.measured(by: vp_count_nuls)
    controlCount = head.measured(by: vp_count_controls) - nulCount
  }
}
