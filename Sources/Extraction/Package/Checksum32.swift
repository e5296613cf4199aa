import CDeflate

/// The checksum of zip entries over bytes that come in pieces.
struct Checksum32 {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    // Without bytes it gives the value to begin with, whatever was before.
    if !bytes.isEmpty { value = libdeflate_crc32(value, bytes.baseAddress, bytes.count) }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var checksum = Checksum32()
    bytes.withUnsafeBytes { checksum.add($0) }
    return checksum.value
  }
}
