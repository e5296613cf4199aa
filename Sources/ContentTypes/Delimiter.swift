/// The character between two cells of a record; the raw value is its byte.
package enum Delimiter: UInt8, Hashable, Sendable, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case pipe = 0x7C
  case caret = 0x5E
  case tilde = 0x7E
  /// Of tables that Hive writes.
  case startOfHeading = 0x01
  /// Of ASCII, often with its record separator between records.
  case unitSeparator = 0x1F
}
