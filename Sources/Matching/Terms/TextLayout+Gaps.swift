internal import ScanModel

extension TextLayout {
  /// Whether what stands on both sides of a gap are two values and not one.
  ///
  /// A name may be spread over cells of a row; a number may not, unless its term allows it, and nothing
  /// over rows.
  borrowing func parts(
    _ gap: Range<Int>, betweenDigits: Bool, of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard form != .running, form != .fixedWidth,
      betweenDigits || (form == .table && text[gap].contains(0x0A))
    else { return false }
    let before = place(of: gap.lowerBound - 1)
    let behind = place(of: gap.upperBound)
    return before != behind
  }

  /// The number of the first field that ends behind a position, and whether that lies in it.
  private borrowing func place(of position: Int) -> (field: Int, isInside: Bool) {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return (low, low < fields.count && fields[low].range.lowerBound <= position)
  }
}
