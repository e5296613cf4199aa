/// Records of a workbook, built by hand.
struct BIFFBytes {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func add(_ type: Int, _ body: [UInt8] = []) {
    bytes += Self.number(type, 2) + Self.number(body.count, 2) + body
  }

  /// Begins a substream of BIFF8.
  mutating func begin(_ kind: Int) {
    add(0x0809, Self.numbers(0x0600, kind, 0, 0, 0, 0, 0, 0))
  }

  mutating func end() { add(0x000A) }

  mutating func addLabel(_ text: String, row: Int, column: Int) {
    add(0x0204, Self.numbers(row, column, 0) + Self.text(text))
  }

  mutating func addNumber(_ number: Double, row: Int, column: Int, format: Int = 0) {
    add(0x0203, Self.numbers(row, column, format) + Self.double(number))
  }

  /// A workbook of one sheet that `fill` adds records to, behind records that `globals` adds.
  static func workbook(
    named name: String = "Blad1", globals: (inout BIFFBytes) -> Void = { _ in },
    _ fill: (inout BIFFBytes) -> Void
  ) -> [UInt8] {
    var head = BIFFBytes()
    head.begin(0x0005)
    globals(&head)
    let sheet = numbers(0) + [UInt8(name.utf8.count), 0] + Array(name.utf8)
    let start = head.count + 4 + 4 + sheet.count + 4
    head.add(0x0085, number(start, 4) + sheet)
    head.end()
    head.begin(0x0010)
    fill(&head)
    head.end()
    return head.bytes
  }

  /// A number of so many bytes, the lowest first.
  static func number(_ number: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// Numbers of two bytes each.
  static func numbers(_ numbers: Int...) -> [UInt8] { numbers.flatMap { number($0, 2) } }

  static func double(_ number: Double) -> [UInt8] {
    Self.number(Int(bitPattern: UInt(number.bitPattern)), 8)
  }

  /// A text with its count of characters in two bytes: in UTF-16 where it is not Latin-1.
  static func text(_ text: String) -> [UInt8] {
    number(text.utf16.count, 2) + characters(text)
  }

  /// The flags of a text and its characters.
  static func characters(_ text: String) -> [UInt8] {
    let units = Array(text.utf16)
    guard units.allSatisfy({ $0 < 0x100 }) else {
      return [1] + units.flatMap { number(Int($0), 2) }
    }
    return [0] + units.map { UInt8($0) }
  }
}
