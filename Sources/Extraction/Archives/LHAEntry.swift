import CLhasa
import ContentTypes

/// What the header of a file or folder in an archive of LHA says.
struct LHAEntry {
  let name: String
  /// A folder, or a link.
  let isFolder: Bool
  let byteCount: Int
  /// The CRC-16 of the content.
  let checksum: UInt16
  /// Whether lhasa knows how the content is packed.
  let isKnown: Bool
  /// Whether lhasa may leave out what MacBinary has around the content.
  let isOfMacintosh: Bool

  init(_ header: LHAFileHeader) {
    let method = withUnsafeBytes(of: header.compress_method) { Array($0.prefix(5)) }
    let letters = [UInt8](cString: header.path) + [UInt8](cString: header.filename)
    name = String(decoding: Charset.decode(letters.span, as: nil), as: UTF8.self)
    isFolder = method.elementsEqual("-lhd-".utf8)
    byteCount = header.length
    checksum = header.crc
    isKnown = Self.methods.contains { method.elementsEqual($0.utf8) }
    isOfMacintosh = header.os_type == UInt8(ascii: "m")
  }

  private static let methods = [
    "-lz4-", "-lz5-", "-lzs-", "-lh0-", "-lh1-", "-lh4-", "-lh5-", "-lh6-", "-lh7-", "-lhx-",
    "-pm0-", "-pm1-", "-pm2-",
  ]
}
