/// A password to try on a document; never printed.
struct OfficePassword: Sendable {
  /// In UTF-16, lowest byte first, as keys are made of it.
  let utf16Bytes: [UInt8]
  /// In Windows-1252; nil where it has other characters.
  let ansiBytes: [UInt8]?

  init(_ utf8: [UInt8]) {
    var utf16Bytes: [UInt8] = []
    var ansiBytes: [UInt8]? = []
    for unit in String(decoding: utf8, as: UTF8.self).utf16 {
      utf16Bytes.append(UInt8(truncatingIfNeeded: unit))
      utf16Bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      if unit < 0x80 || (0xA0...0xFF).contains(unit) {
        ansiBytes?.append(UInt8(truncatingIfNeeded: unit))
      } else {
        ansiBytes = nil
      }
    }
    self.utf16Bytes = utf16Bytes
    self.ansiBytes = ansiBytes
  }

  /// With what Excel encrypts workbooks that are protected against changes only.
  static let ofExcel = OfficePassword(Array("VelvetSweatshop".utf8))
  /// The same for PowerPoint.
  static let ofPowerPoint = OfficePassword(Array("/01Hannes Ruescher/01".utf8))

  /// The passwords to try: those that programs use by themselves, and then those that were given.
  static func candidates(_ context: ExtractionContext) -> [OfficePassword] {
    [ofExcel, ofPowerPoint] + context.passwords.map(OfficePassword.init)
  }
}
