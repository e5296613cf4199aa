/// The versions of the format; Excel 97 and later write BIFF8.
enum BIFFVersion: Int, Comparable, Sendable {
  case biff2 = 2
  case biff3, biff4, biff5
  case biff8 = 8

  /// The version that a BOF record tells.
  init(beginning type: Int, version: Int) {
    switch type {
    case 0x0009: self = .biff2
    case 0x0209: self = .biff3
    case 0x0409: self = .biff4
    default: self = version == 0x0600 ? .biff8 : .biff5
    }
  }

  static func < (left: BIFFVersion, right: BIFFVersion) -> Bool { left.rawValue < right.rawValue }
}
