/// An entry of a zip archive, as its directory describes it.
struct ZipEntry: Hashable, Sendable {
  /// The path as it is written, in UTF-8 or code page 437; a label, never a path to open.
  let name: String
  /// The name with `/` between its steps, without one at its start, in lower case.
  let key: String
  let flags: UInt16
  /// How it is packed; of an entry under AES, what lies beneath.
  let method: UInt16
  /// How it is encrypted with AES; nil for no or another encryption.
  let aes: ZipAES?
  let checksum: UInt32
  /// The time of the last change in the form of MS-DOS.
  let time: UInt16
  var packedByteCount: Int
  /// The size that the directory claims.
  var byteCount: Int
  /// Where its local header begins.
  let headerPosition: Int
  /// Whether its bytes are also those of an entry before it.
  var isOverlapping = false

  var isEncrypted: Bool { flags & 1 != 0 || aes != nil || method == 99 }
  var isDirectory: Bool { (name.utf8.last == 0x2F || name.utf8.last == 0x5C) && byteCount == 0 }
  /// Whether the local header leaves sizes to a record behind the bytes.
  var hasDescriptor: Bool { flags & 8 != 0 }

  static func key(of name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x5C: bytes.append(0x2F)
      case 0x41...0x5A: bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    let start = bytes.firstIndex { $0 != 0x2F } ?? bytes.count
    return String(decoding: bytes[start...], as: UTF8.self)
  }
}
