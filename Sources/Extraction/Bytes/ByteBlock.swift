#if arch(x86_64)
  import _Builtin_intrinsics.intel
#endif

/// 64 bytes of a text that are looked at together.
///
/// Masks have a bit for each byte, the lowest for the first.
struct ByteBlock {
  typealias Lane = SIMD16<UInt8>

  static let byteCount = 64

  private let first: Lane
  private let second: Lane
  private let third: Lane
  private let fourth: Lane

  /// The bytes of `text` from `position` on, all 64 of which must be there.
  @inline(__always)
  init(_ text: Span<UInt8>, at position: Int) {
    precondition(position >= 0 && position <= text.count &- Self.byteCount)
    let bytes = text.bytes
    first = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: Lane.self)
    second = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position &+ 16, as: Lane.self)
    third = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position &+ 32, as: Lane.self)
    fourth = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position &+ 48, as: Lane.self)
  }

  @inline(__always)
  var isASCII: Bool { Self.highBits(of: (first | second) | (third | fourth)) == 0 }

  /// The bytes from 0x80 on.
  @inline(__always)
  var beyondASCII: UInt64 { mask { $0 } }

  /// The bytes that are `byte`.
  @inline(__always)
  func mask(of byte: UInt8) -> UInt64 {
    let wanted = Lane(repeating: byte)
    return mask { Self.lane($0 .== wanted) }
  }

  /// The bytes that are `one` or `other`.
  @inline(__always)
  func mask(of one: UInt8, or other: UInt8) -> UInt64 {
    let one = Lane(repeating: one)
    let other = Lane(repeating: other)
    return mask { Self.lane($0 .== one) | Self.lane($0 .== other) }
  }

  /// The bytes from `lowest` to `highest`.
  @inline(__always)
  func mask(from lowest: UInt8, through highest: UInt8) -> UInt64 {
    let lowest = Lane(repeating: lowest)
    let width = Lane(repeating: highest) &- lowest
    return mask { Self.lane(($0 &- lowest) .<= width) }
  }

  /// The highest bits of what `change` makes of each lane.
  @inline(__always)
  private func mask(_ change: (Lane) -> Lane) -> UInt64 {
    Self.highBits(of: change(first)) | Self.highBits(of: change(second)) &<< 16
      | Self.highBits(of: change(third)) &<< 32 | Self.highBits(of: change(fourth)) &<< 48
  }

  /// 0xFF for true, 0 for false.
  @inline(__always)
  private static func lane(_ mask: SIMDMask<SIMD16<Int8>>) -> Lane {
    unsafeBitCast(mask, to: Lane.self)
  }

  /// The highest bit of each byte.
  @inline(__always)
  private static func highBits(of lane: Lane) -> UInt64 {
    #if arch(x86_64)
      UInt64(UInt32(bitPattern: _mm_movemask_epi8(unsafeBitCast(lane, to: __m128i.self))))
    #else
      portableHighBits(of: lane)
    #endif
  }

  /// The same for processors without an instruction for it.
  @inline(__always)
  static func portableHighBits(of lane: Lane) -> UInt64 {
    let words = unsafeBitCast(lane, to: SIMD2<UInt64>.self)
    // The product gathers the lowest bits of all eight bytes in the highest byte.
    let lowest = (words &>> 7) & SIMD2(repeating: 0x0101_0101_0101_0101)
    let gathered = (lowest &* 0x0102_0408_1020_4080) &>> 56
    return gathered[0] | gathered[1] &<< 8
  }
}
