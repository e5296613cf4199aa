/// What stands before an operator.
enum PDFOperand {
  case number(Double)
  /// The bytes of a name, in the stream.
  case name(Range<Int>)
  /// The bytes of a string, as the tokenizer decoded it.
  case string(Range<Int>)
  /// A border of an array or dictionary.
  case other
}

extension [PDFOperand] {
  /// The number at `index`; 0 where there is none.
  func number(_ index: Int) -> Double {
    guard index < count, case .number(let value) = self[index] else { return 0 }
    return value
  }

  /// The six numbers of a transformation.
  var matrix: PDFMatrix {
    PDFMatrix(
      a: number(0), b: number(1), c: number(2), d: number(3), e: number(4), f: number(5))
  }
}

extension Span<UInt8> {
  /// The name in `range`, with its escapes resolved.
  func name(_ range: Range<Int>) -> [UInt8] {
    var name: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] == UInt8(ascii: "#"), index + 2 < range.upperBound,
        let high = self[index + 1].hexDigit, let low = self[index + 2].hexDigit
      {
        name.append(high << 4 | low)
        index += 3
      } else {
        name.append(self[index])
        index += 1
      }
    }
    return name
  }
}
