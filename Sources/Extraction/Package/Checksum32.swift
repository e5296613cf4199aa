import CISAL

/// The checksum of zip entries over bytes that come in pieces.
struct Checksum32 {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let bytes = bytes.bindMemory(to: UInt8.self)
    value = crc32_gzip_refl(value, bytes.baseAddress, UInt64(bytes.count))
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var checksum = Checksum32()
    bytes.withUnsafeBytes { checksum.add($0) }
    return checksum.value
  }
}
