/// A variable of a data file of Stata: a column of its table.
struct StataVariable {
  enum Kind: Equatable {
    /// A text of at most so many bytes.
    case text(Int)
    /// A text that lies behind the table.
    case longText
    case byte, int, long, float, double
    /// A variable of another file, without values here.
    case alias
  }

  let kind: Kind
  var name: [UInt8] = []
  /// What it is said to mean.
  var label: [UInt8] = []
  var format: [UInt8] = []
  /// Which set of labels says what its values stand for.
  var labelSet: [UInt8] = []

  var byteCount: Int {
    switch kind {
    case .text(let count): count
    case .longText, .double: 8
    case .long, .float: 4
    case .int: 2
    case .byte: 1
    case .alias: 0
    }
  }

  /// What values count from 1960-01-01 on, in days; nil where it is nothing of that.
  ///
  /// Source: Stata, help datetime display formats.
  var daysPerUnit: Double? {
    var format = format.drop { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "-") }
    if format.first == UInt8(ascii: "d") { return 1 }
    guard format.popFirst() == UInt8(ascii: "t") else { return nil }
    return switch format.first {
    case UInt8(ascii: "d"): 1
    case UInt8(ascii: "c"), UInt8(ascii: "C"): 1 / 86_400_000
    default: nil
    }
  }

  /// The kind with this number in the format of a release; nil for none.
  static func kind(_ number: Int, release: Int) -> Kind? {
    if release >= 117 {
      return switch number {
      case 1...2045: .text(number)
      case 32_768: .longText
      case 65_525: .alias
      case 65_526: .double
      case 65_527: .float
      case 65_528: .long
      case 65_529: .int
      case 65_530: .byte
      default: nil
      }
    }
    if release >= 111 {
      return switch number {
      case 1...244: .text(number)
      case 251: .byte
      case 252: .int
      case 253: .long
      case 254: .float
      case 255: .double
      default: nil
      }
    }
    return switch UInt8(truncatingIfNeeded: number) {
    case UInt8(ascii: "b"): .byte
    case UInt8(ascii: "i"): .int
    case UInt8(ascii: "l"): .long
    case UInt8(ascii: "f"): .float
    case UInt8(ascii: "d"): .double
    case 0x80...: .text(number - 0x7F)
    default: nil
    }
  }
}
