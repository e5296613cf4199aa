import ContentTypes
internal import Glibc

/// The character sets that the C library converts, made ready for a process that may open no files.
package enum Charsets {
  /// Opens every converter once and keeps them, so that opening them again reads no file.
  ///
  /// Returns how many of our own there are.
  @discardableResult
  package static func warmUp() -> Int {
    _ = keptForLibraries
    return kept
  }

  /// The converters stay open for as long as the process runs.
  private static let kept = CharsetID.allCases.count { charset in
    CharsetConverter.name(of: charset).map { isOpened($0) } ?? false
  }

  /// Those under the names by which libmdb asks for the code page of a database of Access 97 and
  /// before.
  private static let keptForLibraries =
    ([
      "UCS-2LE", "CP1252", "IBM437", "IBM850", "IBM852", "IBM855", "IBM860", "IBM861", "IBM862",
      "IBM865", "IBM866", "IBM869", "WINDOWS-874", "SHIFT-JIS", "WINDOWS-936", "BIG-5",
    ] + (1250...1258).map { "WINDOWS-\($0)" }).count { isOpened($0) }

  private static func isOpened(_ name: String) -> Bool {
    iconv_open("UTF-8", name).map { Int(bitPattern: $0) != -1 } ?? false
  }
}
