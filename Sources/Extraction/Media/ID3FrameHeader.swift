/// The header of a frame of ID3; its content is known to lie in the tag.
struct ID3FrameHeader {
  /// Three capital letters and digits in version 2.2, four since.
  let name: String
  let content: Range<Int>
  /// Where the content begins behind what its flags add.
  let start: Int
  let isPacked: Bool
  let isEncrypted: Bool
  let isUnsynchronised: Bool

  /// The frame at `position`; nil where there is none.
  init?(_ bytes: Span<UInt8>, at position: Int, version: Int) {
    guard version > 2 else {
      guard let name = Self.name(bytes, at: position, count: 3),
        let byteCount = bytes.integer(at: position + 3, byteCount: 3, .big),
        let content = bytes.range(at: position + 6, byteCount: byteCount)
      else { return nil }
      self.name = name
      self.content = content
      start = content.lowerBound
      (isPacked, isEncrypted, isUnsynchronised) = (false, false, false)
      return
    }
    guard let name = Self.name(bytes, at: position, count: 4),
      let flags = bytes.integer(at: position + 9, byteCount: 1, .big),
      let content = Self.content(bytes, at: position, version: version)
    else { return nil }
    self.name = name
    self.content = content
    if version == 3 {
      isPacked = flags & 0x80 != 0
      isEncrypted = flags & 0x40 != 0
      isUnsynchronised = false
      start =
        content.lowerBound + (isPacked ? 4 : 0) + (isEncrypted ? 1 : 0)
        + (flags & 0x20 != 0 ? 1 : 0)
    } else {
      isPacked = flags & 0x08 != 0
      isEncrypted = flags & 0x04 != 0
      isUnsynchronised = flags & 0x02 != 0
      start =
        content.lowerBound + (flags & 0x40 != 0 ? 1 : 0) + (isEncrypted ? 1 : 0)
        + (flags & 0x01 != 0 ? 4 : 0)
    }
  }

  private static func name(_ bytes: Span<UInt8>, at position: Int, count: Int) -> String? {
    guard let range = bytes.range(at: position, byteCount: count) else { return nil }
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      // A frame of version 2.2 that was taken over as it is.
      case 0x20 where index > position + 2: continue
      default: return nil
      }
    }
    return String(decoding: bytes.bytes(range), as: UTF8.self).trimmedOfSpace
  }

  /// Sizes of the last version have seven bits in a byte; some programs write eight.
  private static func content(
    _ bytes: Span<UInt8>, at position: Int, version: Int
  ) -> Range<Int>? {
    let plain = bytes.integer(at: position + 4, byteCount: 4, .big)
    let sizes = version == 4 ? [bytes.syncSafeInteger(at: position + 4), plain] : [plain]
    let contents = sizes.compactMap { $0 }.compactMap {
      bytes.range(at: position + 10, byteCount: $0)
    }
    return contents.first { mayEnd(bytes, at: $0.upperBound) } ?? contents.first
  }

  /// Whether another frame, the zeros behind the last one or the end of the tag stands there.
  private static func mayEnd(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    position == bytes.count || bytes[position] == 0 || name(bytes, at: position, count: 4) != nil
  }
}

extension String {
  fileprivate var trimmedOfSpace: String { last == " " ? String(dropLast()) : self }
}
