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
