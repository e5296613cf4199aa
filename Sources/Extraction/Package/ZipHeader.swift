/// The fields that the local header of an entry and the one in the directory have in common.
struct ZipHeader {
  private let flags: UInt16
  private var method: UInt16
  private var aes: ZipAES?
  private let time: UInt16
  private let checksum: UInt32
  private var packedByteCount: Int
  private var byteCount: Int
  private(set) var position = 0
  private var name: [UInt8] = []

  /// Reads the fields from `start` on, where the flags are behind the version; `name` and `extra` lie
  /// within `bytes`.
  init(
    _ bytes: Span<UInt8>, at start: Int, hasPosition: Bool, name: Range<Int>, extra: Range<Int>
  ) {
    flags = bytes.littleEndian16(at: start + 2)
    method = bytes.littleEndian16(at: start + 4)
    time = bytes.littleEndian16(at: start + 6)
    checksum = bytes.littleEndian32(at: start + 10)
    packedByteCount = Int(bytes.littleEndian32(at: start + 14))
    byteCount = Int(bytes.littleEndian32(at: start + 18))
    if hasPosition { position = Int(bytes.littleEndian32(at: start + 36)) }
    self.name.append(bytes, name)
    readExtra(bytes, extra)
  }

  func entry(at position: Int) -> ZipEntry {
    let name = ZipName.decode(name)
    return ZipEntry(
      name: name, key: ZipEntry.key(of: name), flags: flags, method: method, aes: aes,
      checksum: checksum, time: time,
      packedByteCount: packedByteCount, byteCount: byteCount, headerPosition: position)
  }

  /// Source: APPNOTE.TXT 6.3.10, 4.5.3 (ZIP64) and 4.6.9 (Info-ZIP Unicode Path); WinZip, AES
  /// Encryption Information.
  private mutating func readExtra(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    while start + 4 <= range.upperBound {
      let tag = bytes.littleEndian16(at: start)
      let content = start + 4
      let end = content + Int(bytes.littleEndian16(at: start + 2))
      guard end <= range.upperBound else { return }
      if tag == 0x0001 { readLargeSizes(bytes, content..<end) }
      if tag == 0x9901, method == 99, end - content >= 7,
        let aes = ZipAES(strength: bytes[content + 4])
      {
        self.aes = aes
        method = bytes.littleEndian16(at: content + 5)
      }
      if tag == 0x7075, end - content > 5 {
        name.removeAll(keepingCapacity: true)
        name.append(bytes, content + 5..<end)
      }
      start = end
    }
  }

  private mutating func readLargeSizes(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    func next() -> Int? {
      guard start + 8 <= range.upperBound else { return nil }
      defer { start += 8 }
      return bytes.littleEndian64(at: start)
    }
    if byteCount == 0xFFFF_FFFF, let large = next() { byteCount = large }
    if packedByteCount == 0xFFFF_FFFF, let large = next() { packedByteCount = large }
    if position == 0xFFFF_FFFF, let large = next() { position = large }
  }
}
