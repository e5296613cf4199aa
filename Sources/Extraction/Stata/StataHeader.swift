import ContentTypes

/// What the first bytes of a data file of Stata say of the others.
///
/// Source: Stata, help dta: Description of .dta file format 117, 118, 119; the older formats, 104 to 115,
/// as the ReadStat library reads them.
struct StataHeader {
  /// The number of the format: 104 to 115 without marks, from 117 on between marks as in XML.
  let release: Int
  let order: ByteOrder
  let variableCount: Int
  let rowCount: Int
  /// Where the title lies.
  let title: Range<Int>
  /// Where the first part behind the header begins.
  let end: Int

  /// Whether its parts stand between marks.
  var isMarked: Bool { release >= 117 }
  /// How texts are encoded.
  var encoding: TextEncoding? { release >= 118 ? .utf8 : nil }

  // How many bytes names and texts take.

  var nameByteCount: Int { release >= 118 ? 129 : release >= 110 ? 33 : 9 }
  var formatByteCount: Int {
    switch release {
    case 118...: 57
    case 114...: 49
    case 105...: 12
    default: 7
    }
  }
  var labelByteCount: Int { release >= 118 ? 321 : release >= 106 ? 81 : 32 }
  var typeByteCount: Int { isMarked ? 2 : 1 }
  /// Of the order in which rows are sorted.
  var sortByteCount: Int { isWide ? 4 : 2 }
  /// Of the number of a variable in a reference to a long text, which takes eight bytes.
  var referenceByteCount: Int { isWide ? 3 : release >= 118 ? 2 : 4 }
  /// Whether there may be more variables than two bytes count.
  private var isWide: Bool { Self.isWide(release) }

  private static func isWide(_ release: Int) -> Bool { release == 119 || release == 121 }

  private static let mostVariables = 120_000

  /// Nil where these are no bytes of such a file.
  init?(_ bytes: Span<UInt8>) {
    if bytes.begins(with: "<stata_dta>", at: 0) {
      self.init(marked: bytes)
    } else {
      self.init(plain: bytes)
    }
  }

  private init?(plain bytes: Span<UInt8>) {
    guard bytes.count >= 110, (104...115).contains(bytes[0]), (1...2).contains(bytes[1]) else {
      return nil
    }
    release = Int(bytes[0])
    order = bytes[1] == 1 ? .big : .little
    guard let variables = bytes.integer(at: 4, byteCount: 2, order), variables > 0,
      let rows = bytes.integer(at: 6, byteCount: 4, order)
    else { return nil }
    variableCount = variables
    rowCount = rows
    title = 10..<(release >= 108 ? 91 : 42)
    end = title.upperBound + (release >= 105 ? 18 : 0)
  }

  private init?(marked bytes: Span<UInt8>) {
    var position = 0
    func take(_ mark: StaticString) -> Bool {
      guard bytes.begins(with: mark, at: position) else { return false }
      position += mark.utf8CodeUnitCount
      return true
    }
    guard take("<stata_dta><header><release>"),
      let digits = bytes.range(at: position, byteCount: 3),
      let number = Int(String(decoding: bytes.bytes(digits), as: UTF8.self)),
      (117...121).contains(number)
    else { return nil }
    position = digits.upperBound
    guard take("</release><byteorder>"), bytes.range(at: position, byteCount: 3) != nil else {
      return nil
    }
    let order: ByteOrder = bytes[position] == UInt8(ascii: "M") ? .big : .little
    position += 3
    let variableCountLength = Self.isWide(number) ? 4 : 2
    let countLength = number >= 118 ? 8 : 4
    let lengthLength = number >= 118 ? 2 : 1
    guard take("</byteorder><K>"),
      let variables = bytes.integer(at: position, byteCount: variableCountLength, order),
      variables <= Self.mostVariables
    else { return nil }
    position += variableCountLength
    guard take("</K><N>"), let rows = bytes.integer(at: position, byteCount: countLength, order)
    else { return nil }
    position += countLength
    guard take("</N><label>"),
      let length = bytes.integer(at: position, byteCount: lengthLength, order),
      let title = bytes.range(at: position + lengthLength, byteCount: length)
    else { return nil }
    position = title.upperBound
    guard take("</label><timestamp>"), position < bytes.count else { return nil }
    position += 1 + Int(bytes[position])
    guard take("</timestamp></header>") else { return nil }
    release = number
    self.order = order
    variableCount = variables
    rowCount = rows
    self.title = title
    end = position
  }
}
