import Extraction
import ScanModel

/// A sink that keeps what it is given and checks the rules that every block must follow.
struct RecordingSink: TextSink, ~Copyable {
  /// The live bytes of all blocks.
  private(set) var bytes: [UInt8] = []
  /// The fields in order, each whole, also where it reached over several blocks.
  private(set) var fields: [Field] = []
  private(set) var blockCount = 0
  /// Rules that a block broke: none in a correct reader.
  private(set) var faults: [String] = []
  /// The number of blocks after which the run counts as interrupted.
  var cancelsAfter = Int.max

  var isCancelled: Bool { blockCount >= cancelsAfter }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A field as it was in the block in which its first byte was live.
  struct Field: Hashable, CustomStringConvertible {
    var text: String
    var label: String?
    var row: Int
    var column: Int
    /// Where it begins in the live bytes of all blocks.
    var position: Int

    var description: String { "\(label ?? "–")=\(text) @\(row):\(column)" }
  }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    blockCount += 1
    let block = text.withUnsafeBufferPointer { Array($0) }
    let live = layout.live
    let blockStart = bytes.count - live.lowerBound
    check(block, layout, blockStart: blockStart)
    bytes += block[live]
    var end = 0
    for field in layout.fields {
      check(field.range.lowerBound >= end, "fields overlap or are out of order")
      check(field.range.upperBound <= block.count, "a field reaches out of its block")
      check(Int(field.label) < layout.labels.count, "a field has an unknown label")
      end = field.range.upperBound
      let part = field.range.clamped(to: live)
      guard !part.isEmpty else { continue }
      let label = field.label < 0 ? nil : layout.labels[Int(field.label)]
      let seen = Field(
        text: String(decoding: block[part], as: UTF8.self),
        label: label.map { String(decoding: $0, as: UTF8.self) }, row: field.row,
        column: Int(field.column), position: blockStart + field.range.lowerBound)
      if live.contains(field.range.lowerBound) {
        fields.append(seen)
      } else if let last = fields.indices.last {
        check(fields[last].label == seen.label, "a field changed its label between blocks")
        check(fields[last].row == seen.row, "a field changed its row between blocks")
        check(fields[last].column == seen.column, "a field changed its column between blocks")
        fields[last].text += seen.text
      } else {
        faults.append("a field that never began")
      }
    }
  }

  private mutating func check(
    _ block: [UInt8], _ layout: borrowing TextLayout, blockStart: Int
  ) {
    check(blockStart >= 0, "the block repeats more than there was")
    guard blockStart >= 0 else { return }
    check(String(validating: block, as: UTF8.self) != nil, "a block is not valid UTF-8")
    check(
      bytes[blockStart...].elementsEqual(block[..<layout.live.lowerBound]),
      "the repeated bytes differ")
    if layout.form == .running {
      let before = bytes[..<blockStart]
      let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
      check(layout.firstLine == line, "the first line of a block is wrong")
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let column = before[lineStart...].count { $0 & 0xC0 != 0x80 }
      check(layout.firstColumn == column, "the first column of a block is wrong")
    }
  }

  private mutating func check(_ holds: Bool, _ fault: String) {
    if !holds { faults.append(fault) }
  }
}
