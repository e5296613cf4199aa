import ScanModel

/// Makes fields of the values of EDIFACT messages, a line for each segment.
struct EDIFACTScanner: TreeScanning {
  var text = TreeText()
  let isMalformed = false

  private var segments = SegmentCut()
  private var separators: EDIFACTSeparators?

  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    var start = 0
    if separators == nil {
      guard bytes.count >= EDIFACTSeparators.byteCount || isLast else { return 0 }
      let told = EDIFACTSeparators(bytes)
      separators = told ?? EDIFACTSeparators()
      if told != nil { start = EDIFACTSeparators.byteCount - 1 }
    }
    let separators = separators ?? EDIFACTSeparators()
    let end = SegmentCut.End.mark(separators.end, release: separators.release)
    while let segment = segments.next(in: bytes, from: start, end: end, isLast: isLast) {
      let content = bytes.extracting(segment.content)
      let trimmed = content.extracting(content.trimmingSpace(0..<content.count))
      if !trimmed.isEmpty { read(trimmed, separators, number: segment.number) }
      start = segment.next
    }
    return start
  }

  private mutating func read(
    _ bytes: Span<UInt8>, _ separators: EDIFACTSeparators, number: Int
  ) {
    text.breakLine()
    let segment = EDIFACTSegment(bytes, separators)
    for value in EDIFACTValue.values(of: segment, in: bytes) {
      let name = value.label.span
      let label = text.label(TreeNames.none, text.names.number(of: name, 0..<name.count))
      let characters = value.characters.span
      text.addField(
        characters, characters.trimmingSpace(0..<characters.count), label: label, row: number)
    }
  }
}
