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
  private static let kept =
    (CharsetID.allCases.compactMap { CharsetConverter.name(of: $0) } + askedByLibraries)
    .count { iconv_open("UTF-8", $0).map { Int(bitPattern: $0) != -1 } ?? false }

  /// The names under which libmdb asks for the code page of a database of Access 97 and before.
  private static let askedByLibraries =
    [
      "UCS-2LE", "CP1252", "IBM437", "IBM850", "IBM852", "IBM855", "IBM860", "IBM861", "IBM862",
      "IBM865", "IBM866", "IBM869", "WINDOWS-874", "SHIFT-JIS", "WINDOWS-936", "BIG-5",
    ] + (1250...1258).map { "WINDOWS-\($0)" }
}
