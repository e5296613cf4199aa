import ContentTypes
internal import Glibc

/// The character sets that the C library converts, made ready for a process that may open no files.
package enum Charsets {
  /// Opens every converter once and keeps them, so that opening them again reads no file.
  ///
  /// Returns how many there are.
  @discardableResult
  package static func warmUp() -> Int { kept }

  /// The converters stay open for as long as the process runs.
  private static let kept = CharsetID.allCases.count { charset in
    guard let name = CharsetConverter.name(of: charset) else { return false }
    return iconv_open("UTF-8", name).map { Int(bitPattern: $0) != -1 } ?? false
  }
}
