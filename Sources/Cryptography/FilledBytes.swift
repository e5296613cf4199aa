extension [UInt8] {
  /// So many bytes, all of which `fill` writes.
  static func filled(_ byteCount: Int, _ fill: (UnsafeMutablePointer<UInt8>?) -> Void) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, count in
      fill(bytes.baseAddress)
      count = byteCount
    }
  }
}
