package import ScanModel

/// Cuts a text as readers do: into blocks that overlap, or into rows of cells.
package enum BlockedText {
  private static let context = 1_024

  /// Blocks of running text whose live parts are of random lengths.
  package static func blocks(
    of text: [UInt8], _ generator: inout SplitMix64
  ) -> [(bytes: [UInt8], layout: TextLayout)] {
    var blocks: [(bytes: [UInt8], layout: TextLayout)] = []
    var start = 0
    while start < text.count {
      let length = Int(generator.next() % 20_000) + 1
      let end = start + length < text.count ? text.characterStart(start + length) : text.count
      guard end > start else { continue }
      let from = text.characterStart(max(0, start - context))
      let to = text.characterStart(min(text.count, end + context))
      var layout = TextLayout(form: .running)
      layout.live = start - from..<end - from
      layout.firstLine = text[..<from].count { $0 == 0x0A } + 1
      let lineStart = text[..<from].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      layout.firstColumn = text[lineStart..<from].count { $0 & 0xC0 != 0x80 }
      blocks.append((Array(text[from..<to]), layout))
      start = end
    }
    return blocks
  }

  /// Rows of cells, parted by lines and semicolons.
  package static func rows(of text: [UInt8]) -> [[String]] {
    text.split(separator: 0x0A).map { line in
      line.split(separator: 0x3B, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}

extension [UInt8] {
  /// The beginning of the character at `position`, or the end.
  fileprivate func characterStart(_ position: Int) -> Int {
    var position = position
    while position < count, position > 0, self[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}
