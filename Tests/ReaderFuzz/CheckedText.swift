import Extraction
import ScanModel

/// The blocks of one text, held against the rules that they must follow.
struct CheckedText: TextSink {
  private(set) var byteCount = 0
  var isCancelled: Bool { false }
  /// What was live last, as far as the next block may repeat it.
  private var tail: [UInt8] = []
  private var form: TextLayout.Form?

  mutating func take(_ block: Span<UInt8>, layout: borrowing TextLayout) {
    let live = layout.live
    demand(live.lowerBound >= 0 && live.upperBound <= block.count, "what is live lies outside")
    demand((try? UTF8Span(validating: block)) != nil, "a block is not valid UTF-8")
    demand(form == nil || form == layout.form, "a text changes its form")
    form = layout.form
    let repeated = block.extracting(..<live.lowerBound)
    demand(repeated.count <= tail.count, "a block repeats more than there was")
    for index in repeated.indices {
      let known = tail[tail.count - repeated.count + index]
      demand(known == repeated[index], "the repeated bytes differ")
    }
    check(layout, byteCount: block.count)
    keep(block.extracting(live))
  }

  private func check(_ layout: borrowing TextLayout, byteCount: Int) {
    // The rows of a database have the numbers that it gives them.
    let isTable = layout.form == .table
    var end = 0
    for field in layout.fields {
      demand(field.range.lowerBound >= end, "fields overlap or are out of order")
      demand(field.range.upperBound <= byteCount, "a field reaches out of its block")
      demand(field.label >= TextLayout.noLabel, "a field has an impossible label")
      demand(Int(field.label) < layout.labels.count, "a field has an unknown label")
      demand((field.row > 0 || isTable) && field.column >= 0, "a field has no place")
      end = field.range.upperBound
    }
  }

  private mutating func keep(_ live: Span<UInt8>) {
    byteCount += live.count
    // A boundary of characters can lie three bytes before the one sought, on either side.
    let kept = 2 * TextWindow.context + 8
    live.withUnsafeBytes { tail += $0.suffix(kept) }
    if tail.count > 4 * kept { tail.removeFirst(tail.count - kept) }
  }
}
