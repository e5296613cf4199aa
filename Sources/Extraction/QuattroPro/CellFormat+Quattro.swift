extension CellFormat {
  /// The format of a style, which its lowest byte tells.
  ///
  /// Source: libwps, QuattroSpreadsheet.cpp (updateFormat).
  init(quattro code: Int) {
    // The type, then how it is shown; of numbers that is how many decimals they have.
    switch (code >> 4 & 0x07, code & 0x0F) {
    case (0, 0x5...0x9), (6, 0x5...0x9): self = .date
    case (0, 0xA...0xD), (6, 0xA...0xD): self = .time
    default: self = .general
    }
  }
}
