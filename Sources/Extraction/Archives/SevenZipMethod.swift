/// A way of packing in a 7z archive.
///
/// Source: Methods.txt of the LZMA SDK.
enum SevenZipMethod: Hashable, Sendable {
  case copy, delta, lzma, lzma2, deflate, deflate64, bzip2, zstd, aes
  /// A filter for programs, by the number that liblzma gives it.
  case branches(UInt64)
  case ppmd
  /// A filter with four streams, of which only libarchive makes one.
  case branches2
  case unknown

  init(id: ArraySlice<UInt8>) {
    switch Array(id) {
    case [0x00], []: self = .copy
    case [0x03]: self = .delta
    case [0x21]: self = .lzma2
    case [0x03, 0x01, 0x01]: self = .lzma
    case [0x04, 0x01, 0x08]: self = .deflate
    case [0x04, 0x01, 0x09]: self = .deflate64
    case [0x04, 0x02, 0x02]: self = .bzip2
    case [0x04, 0xF7, 0x11, 0x01]: self = .zstd
    case [0x06, 0xF1, 0x07, 0x01]: self = .aes
    case [0x03, 0x04, 0x01]: self = .ppmd
    case [0x03, 0x03, 0x01, 0x1B]: self = .branches2
    case [0x03, 0x03, 0x01, 0x03]: self = .branches(0x04)
    case [0x03, 0x03, 0x02, 0x05]: self = .branches(0x05)
    case [0x03, 0x03, 0x04, 0x01]: self = .branches(0x06)
    case [0x03, 0x03, 0x05, 0x01]: self = .branches(0x07)
    case [0x03, 0x03, 0x07, 0x01]: self = .branches(0x08)
    case [0x03, 0x03, 0x08, 0x05]: self = .branches(0x09)
    case let id where id.count == 1 && LZMAFilter.processors.contains(UInt64(id[0])):
      self = .branches(UInt64(id[0]))
    default: self = .unknown
    }
  }
}
