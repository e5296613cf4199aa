/// Unpacks what zlib packed as a whole.
enum ZlibInflation {
  /// How unpacking ended.
  enum End {
    case whole, limit, malformed
  }

  private static let chunkByteCount = 64 << 10

  /// Unpacks at most `limit` bytes of `bytes`; what came before a fault is returned too.
  ///
  /// The checksum at the end is not compared. Source: RFC 1950.
  static func inflate(_ bytes: Span<UInt8>, upTo limit: Int) -> (bytes: [UInt8], end: End) {
    guard bytes.count > 2, bytes[0] & 0x0F == 8, bytes[1] & 0x20 == 0 else {
      return ([], .malformed)
    }
    var packed: [UInt8] = []
    packed.append(bytes, 2..<bytes.count)
    var inflater = StreamInflater()
    var unpacked: [UInt8] = []
    while unpacked.count < limit {
      let before = unpacked.count
      unpacked.append(addingCapacity: min(chunkByteCount, limit - before)) { free in
        free.withUnsafeMutableBufferPointer { buffer, initializedCount in
          initializedCount = inflater.inflate(
            packed, into: UnsafeMutableRawBufferPointer(buffer))
        }
      }
      if unpacked.count == before {
        return (unpacked, inflater.status == .ended ? .whole : .malformed)
      }
    }
    return (unpacked, inflater.status == .ended ? .whole : .limit)
  }
}
