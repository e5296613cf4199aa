/// How the characters of a text are written as bytes; a byte order mark may precede any of them.
package enum TextEncoding: Hashable, Sendable {
  /// UTF-8, in which bytes that are no part of a character are read as Windows-1252.
  case utf8
  case utf16LE
  case utf16BE
  case utf32LE
  case utf32BE
  /// Windows-1252 in all bytes, also where two of them would be a character of UTF-8.
  case windows1252
  /// What the text itself says.
  case declared(CharsetID)
}
