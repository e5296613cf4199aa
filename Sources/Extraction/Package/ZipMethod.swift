/// How a zip entry is packed.
///
/// Source: APPNOTE.TXT 6.3.10, 4.4.5.
enum ZipMethod: UInt16 {
  case stored = 0
  case deflate = 8
  case deflate64 = 9
  case bzip2 = 12
  case lzma = 14
  case zstd = 93
  case xz = 95
  case ppmd = 98
}
