/// How many bytes are characters that texts hardly have.
struct ControlCounts {
  private(set) var nulCount = 0
  /// Control characters other than NUL.
  private(set) var controlCount = 0

  init(_ head: Span<UInt8>) {
    var position = 0
    while position &+ 16 <= head.count {
      // A lane holds up to 255.
      let last = min(head.count &- 16, position &+ 16 * 254)
      var nuls = SIMD16<UInt8>()
      var controls = SIMD16<UInt8>()
      while position <= last {
        let part = head.bytes.unsafeLoadUnaligned(
          fromByteOffset: position, as: SIMD16<UInt8>.self)
        // What is true is 255, which is -1.
        nuls = nuls &- part.isInRange(of: 1, from: 0)
        controls = controls &- part.isControl
        position &+= 16
      }
      nulCount += nuls.sum
      controlCount += controls.sum
    }
    while position < head.count {
      if head[position] == 0 { nulCount += 1 }
      if head[position].isControl { controlCount += 1 }
      position += 1
    }
    controlCount -= nulCount
  }
}

extension SIMD16<UInt8> {
  /// The same as for one byte: 255 for true, 0 for false.
  ///
  /// Compared with vectors only: a comparison with a number goes lane by lane.
  @inline(__always)
  fileprivate var isControl: Self {
    isInRange(of: 8, from: 0) | isInRange(of: 13, from: 0x0E) | isInRange(of: 4, from: 0x1C)
      | (self .== SIMD16(repeating: 0x7F)).lanes
  }

  @inline(__always)
  fileprivate func isInRange(of count: UInt8, from first: UInt8) -> Self {
    ((self &- SIMD16(repeating: first)) .< SIMD16(repeating: count)).lanes
  }

  /// The sum of its lanes.
  var sum: Int { indices.reduce(0) { $0 + Int(self[$1]) } }
}

extension SIMDMask<SIMD16<Int8>> {
  /// 255 for true, 0 for false.
  @inline(__always)
  var lanes: SIMD16<UInt8> { unsafeBitCast(self, to: SIMD16<UInt8>.self) }
}
