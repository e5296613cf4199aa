extension CodePage {
  /// The code page with the number that a CODEPAGE record tells.
  ///
  /// Source: MS-XLS 2.4.52; 0x8000 is that of the Macintosh. Where it is UTF-16, the texts of 8 bits
  /// hold its lower half.
  init(workbook number: Int) {
    switch number {
    case 0x8000: self.init(10_000)
    case 1200: self = .windows1252
    default: self.init(number)
    }
  }
}
