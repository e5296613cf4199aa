/// The characters of the bytes from 0x80 on in a character set of one byte each.
package struct CharsetTable: Sendable {
  /// From 0x80 on; U+FFFD where there is no character.
  package let upper: [128 of UInt16]

  /// Nil for a character set in which a character may take more bytes.
  package init?(_ charset: CharsetID) {
    switch charset {
    case .iso8859Part2: upper = ISO8859Tables.iso8859Part2
    case .iso8859Part3: upper = ISO8859Tables.iso8859Part3
    case .iso8859Part4: upper = ISO8859Tables.iso8859Part4
    case .iso8859Part5: upper = ISO8859Tables.iso8859Part5
    case .iso8859Part6: upper = ISO8859Tables.iso8859Part6
    case .iso8859Part7: upper = ISO8859Tables.iso8859Part7
    case .iso8859Part8: upper = ISO8859Tables.iso8859Part8
    case .iso8859Part9: upper = ISO8859Tables.iso8859Part9
    case .iso8859Part10: upper = ISO8859Tables.iso8859Part10
    case .iso8859Part13: upper = ISO8859Tables.iso8859Part13
    case .iso8859Part14: upper = ISO8859Tables.iso8859Part14
    case .iso8859Part15: upper = ISO8859Tables.iso8859Part15
    case .iso8859Part16: upper = ISO8859Tables.iso8859Part16
    case .windows874: upper = WindowsTables.windows874
    case .windows1250: upper = WindowsTables.windows1250
    case .windows1251: upper = WindowsTables.windows1251
    case .windows1253: upper = WindowsTables.windows1253
    case .windows1255: upper = WindowsTables.windows1255
    case .windows1256: upper = WindowsTables.windows1256
    case .windows1257: upper = WindowsTables.windows1257
    case .windows1258: upper = WindowsTables.windows1258
    case .ibm437: upper = DOSTables.ibm437
    case .ibm720: upper = DOSTables.ibm720
    case .ibm737: upper = DOSTables.ibm737
    case .ibm775: upper = DOSTables.ibm775
    case .ibm850: upper = DOSTables.ibm850
    case .ibm852: upper = DOSTables.ibm852
    case .ibm855: upper = DOSTables.ibm855
    case .ibm857: upper = DOSTables.ibm857
    case .ibm858: upper = DOSTables.ibm858
    case .ibm862: upper = DOSTables.ibm862
    case .ibm866: upper = DOSTables.ibm866
    case .koi8R: upper = OtherTables.koi8R
    case .koi8U: upper = OtherTables.koi8U
    case .macintosh: upper = OtherTables.macintosh
    case .macCyrillic: upper = OtherTables.macCyrillic
    case .macCentralEurope: upper = OtherTables.macCentralEurope
    case .macGreek: upper = OtherTables.macGreek
    case .macTurkish: upper = OtherTables.macTurkish
    default: return nil
    }
  }
}
