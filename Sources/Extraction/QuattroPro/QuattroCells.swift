/// Cells of one kind and style below each other, as a notebook from release 9 on has them.
///
/// Source: libwps, Quattro9Spreadsheet.cpp (readCellList).
struct QuattroCells {
  enum Value {
    /// The number of a text.
    case text(Int)
    case number(Double)
  }

  private enum Kind: UInt8 {
    case empty = 1
    case unsigned = 2
    case signed = 3
    case float = 4
    case double = 5
    case text = 7
    case formula = 8

    var byteCount: Int {
      switch self {
      case .empty: 0
      case .unsigned, .signed: 2
      case .float, .text: 4
      case .double: 8
      case .formula: 14
      }
    }
  }

  let count: Int
  /// The number of their style; 0 for none.
  let style: Int
  private let kind: Kind
  /// A value for each cell, or for a series the first one and what each is more than the one above it.
  private let values: [Double]
  private let isSeries: Bool

  /// Those at `position`, which is moved behind them; nil where there are none.
  init?(_ body: Span<UInt8>, at position: inout Int) {
    let flags = body[position]
    position += 1
    guard let kind = Kind(rawValue: flags & 0x1F), flags & 0x60 != 0x20 else { return nil }
    var style = 0
    if flags & 0x80 != 0 {
      guard let number = body.littleUInt16(at: position) else { return nil }
      style = number
      position += 2
    }
    var count = 1
    if flags & 0x40 != 0 {
      guard let number = body.littleUInt16(at: position) else { return nil }
      count = number
      position += 2
    }
    self.style = style
    self.count = count
    self.kind = kind
    isSeries = flags & 0x60 == 0x60
    let valueCount = isSeries ? 2 : count
    guard position + valueCount * kind.byteCount <= body.count else { return nil }
    var values: [Double] = []
    if kind != .empty {
      for index in 0..<valueCount {
        values.append(Self.value(body, at: position + index * kind.byteCount, kind))
      }
    }
    self.values = values
    position += valueCount * kind.byteCount
  }

  var areEmpty: Bool { kind == .empty }

  func value(_ index: Int) -> Value {
    let value = isSeries ? values[0] + Double(index) * values[1] : values[index]
    return kind == .text ? .text(Int(exactly: value) ?? 0) : .number(value)
  }

  private static func value(_ body: Span<UInt8>, at position: Int, _ kind: Kind) -> Double {
    switch kind {
    case .empty: 0
    case .unsigned: Double(body.littleUInt16(at: position) ?? 0)
    case .signed: Double(body.littleInt16(at: position) ?? 0)
    case .float:
      Double(Float(bitPattern: UInt32(truncatingIfNeeded: body.littleUInt32(at: position) ?? 0)))
    case .double, .formula: body.littleDouble(at: position) ?? .nan
    case .text: Double(body.littleUInt32(at: position) ?? 0)
    }
  }
}
