/// A part of a block that is searched as a text of its own.
struct Region {
  /// The whole block.
  let block: UnsafeBufferPointer<UInt8>
  /// The bytes of the region.
  let subject: UnsafeBufferPointer<UInt8>
  /// Where it begins in the block.
  let offset: Int
  /// Whether it is a part of a tree, where tabs part values.
  let isTree: Bool
  /// Where matches may begin, in the region; nil where none may.
  let starts: ClosedRange<Int>?
  /// The number of the field that it is; nil in running text.
  var field: Int?
  /// Where, in what the labels name, its own label begins; nil for none that is known.
  var namedPatterns: Int?
  /// Before it nothing is enumerated with what stands in the region: a place in the block.
  var enumerationLimit = 0
  /// Whether expressions that need a label count only for the kinds that its own label names.
  var countsOnlyNamed = false

  init(
    _ range: Range<Int>, of block: UnsafeBufferPointer<UInt8>, live: Range<Int>,
    isTree: Bool
  ) {
    self.block = block
    subject = UnsafeBufferPointer(rebasing: block[range])
    offset = range.lowerBound
    self.isTree = isTree
    let first = max(range.lowerBound, live.lowerBound) - range.lowerBound
    let last = min(range.upperBound, live.upperBound) - range.lowerBound - 1
    starts = first <= last ? first...last : nil
  }
}
