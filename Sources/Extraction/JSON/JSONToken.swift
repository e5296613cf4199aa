/// The key or value that is being scanned, or was scanned last.
struct JSONToken {
  /// Whether it stands where a key is expected; a key too long to be a name goes on as a field.
  enum Role {
    case key, longKey, value
  }

  var role = Role.value
  /// The line of the source on which it begins.
  var row = 1
  /// The bytes of a key, and of a value that may name a column (one more than a name may have).
  var name: [UInt8] = []
  /// Whether `name` is a key that no colon followed yet.
  var isPendingKey = false
  /// Whether the value may name a column.
  var mayNameColumn = false
  /// Whether it is a name so far, as before the parenthesis of a call.
  var isIdentifier = true

  /// Whether it is a key under which column names usually stand.
  var isNameOfColumns = false

  /// Takes a part of a value that may name a column.
  mutating func appendToColumnName(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let count = min(range.count, TreeNames.byteLimit + 1 - name.count)
    name.append(bytes, range.lowerBound..<range.lowerBound + count)
  }

  /// Takes a part of a token without quotes.
  mutating func checkIdentifier(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for index in range where !bytes[index].isIdentifierPart {
      isIdentifier = false
      return
    }
  }

  /// Whether the key in `range` is one under which column names usually stand.
  static func namesColumns(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard 6...12 ~= range.count, bytes[range.lowerBound].beginsNameOfColumns else { return false }
    return keysOfColumns.contains {
      $0.utf8CodeUnitCount == range.count && bytes.begins(with: $0, at: range.lowerBound)
    }
  }

  private static let keysOfColumns: [StaticString] = [
    "columns", "columnNames", "column_names", "header", "headers", "fields", "kolommen", "velden",
  ]
}

extension UInt8 {
  fileprivate var beginsNameOfColumns: Bool {
    switch self {
    case UInt8(ascii: "c"), UInt8(ascii: "f"), UInt8(ascii: "h"), UInt8(ascii: "k"),
      UInt8(ascii: "v"):
      true
    default: false
    }
  }

  fileprivate var isIdentifierPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "."), UInt8(ascii: " "): true
    default: false
    }
  }
}
