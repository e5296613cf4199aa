/// How the number of a cell is shown, as far as that tells more than the number.
enum CellFormat: Hashable, Sendable {
  case general
  case date
  case time
  case dateTime
  /// A digit at each 0, whole numbers only; all other bytes stand as they are.
  case padded([UInt8])

  /// The formats that have a number and no code.
  ///
  /// Source: ECMA-376, part 1, 18.8.30 (numFmt).
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 36, 50...58: self = .date
    case 18...21, 32...35, 45...47: self = .time
    case 22: self = .dateTime
    default: self = .general
    }
  }

  /// Reads the code of a format, of which the first section counts: `dd\-mm\-yyyy`, `000000000`.
  init(code: [UInt8]) {
    var scan = Scan()
    scan.read(code)
    self = scan.format
  }

  private struct Scan {
    private var hasDay = false
    private var hasMonth = false
    private var hasTime = false
    private var hasOther = false
    private var zeroCount = 0
    private var template: [UInt8] = []

    var format: CellFormat {
      if hasDay || hasMonth && !hasTime { return hasTime ? .dateTime : .date }
      if hasTime { return .time }
      if !hasOther, zeroCount >= 2 { return .padded(template) }
      return .general
    }

    mutating func read(_ code: [UInt8]) {
      if code.prefix(7).map({ $0 | 0x20 }) == Array("general".utf8) { return }
      var position = 0
      while position < code.count, code[position] != UInt8(ascii: ";") {
        position = read(code, at: position)
      }
    }

    /// Reads what stands at `start`; returns the position behind it.
    private mutating func read(_ code: [UInt8], at start: Int) -> Int {
      switch code[start] {
      case UInt8(ascii: "\""):
        let end = code[(start + 1)...].firstIndex(of: code[start]) ?? code.count
        add(literal: code[(start + 1)..<end])
        return end + 1
      case UInt8(ascii: "["):
        let end = code[start...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
        let content = code[min(start + 1, end)..<end]
        if content.allSatisfy({ "hms".utf8.contains($0 | 0x20) }), !content.isEmpty { hasTime = true }
        // A currency.
        if content.first == UInt8(ascii: "$"), content.dropFirst().first != UInt8(ascii: "-") {
          hasOther = true
        }
        return end + 1
      case UInt8(ascii: "\\"):
        add(literal: code[min(start + 1, code.count)..<min(start + 2, code.count)])
        return start + 2
      case UInt8(ascii: "_"), UInt8(ascii: "*"): return start + 2
      case UInt8(ascii: "0"):
        zeroCount += 1
        template.append(0)
      default: readToken(code[start])
      }
      return start + 1
    }

    private mutating func readToken(_ byte: UInt8) {
      switch byte | 0x20 {
      case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "e"): hasDay = true
      case UInt8(ascii: "m"): hasMonth = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      default: break
      }
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "E"):
        hasOther = true
        // An exponent is no year.
        if byte == UInt8(ascii: "E") { hasDay = false }
      default: add(literal: [byte])
      }
    }

    private mutating func add(literal: ArraySlice<UInt8>) {
      template.append(contentsOf: literal)
    }
  }
}
