/// How the number of a cell is shown, as far as that changes what is read in it.
enum NumberFormat: Hashable, Sendable {
  /// As the number that it is.
  case general
  case date
  case time
  case dateAndTime
  /// Whole numbers with a place for each digit, such as `000000000` and `000\-00\-0000`.
  case digits(DigitPattern)

  /// The format with a number of its own, as far as it is not general.
  ///
  /// Source: ECMA-376 Part 1, 18.8.30; the numbers of East Asian editions are dates too.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 34...36, 50...58: self = .date
    case 18...21, 32, 33, 45...47: self = .time
    case 22: self = .dateAndTime
    default: self = .general
    }
  }

  /// Reads a format code; only its first section counts, which is that of positive numbers.
  init(code: Span<UInt8>) {
    var section = NumberFormatSection()
    section.read(code)
    self = section.format
  }
}
