/// Zip archives whose entries are stored as they are, built by hand.
enum StoredZip {
  /// The archive with these entries, in order.
  static func bytes(_ entries: KeyValuePairs<String, String>) -> [UInt8] {
    bytes(of: entries.map { ($0.key, Array($0.value.utf8)) })
  }

  static func bytes(of entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      var fields: [UInt8] = []
      for (number, byteCount) in [
        (20, 2), (0x0800, 2), (0, 2), (0, 4), (checksum(bytes), 4), (bytes.count, 4),
        (bytes.count, 4), (name.utf8.count, 2), (0, 2),
      ] {
        fields += little(number, byteCount)
      }
      directory += [0x50, 0x4B, 1, 2, 20, 0]
      directory += fields
      directory += [UInt8](repeating: 0, count: 10)
      directory += little(archive.count, 4)
      directory += Array(name.utf8)
      archive += [0x50, 0x4B, 3, 4]
      archive += fields
      archive += Array(name.utf8)
      archive += bytes
    }
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += little(entries.count, 2)
    end += little(entries.count, 2)
    end += little(directory.count, 4)
    end += little(archive.count, 4)
    end += [0, 0]
    return archive + directory + end
  }

  private static func little(_ number: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var checksum: UInt32 = .max
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 {
        checksum = checksum & 1 == 0 ? checksum >> 1 : checksum >> 1 ^ 0xEDB8_8320
      }
    }
    return Int(~checksum)
  }
}
