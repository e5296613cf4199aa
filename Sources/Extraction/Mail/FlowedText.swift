/// Text whose paragraphs are broken into lines that end with a space (`format=flowed`).
///
/// Source: RFC 3676.
enum FlowedText {
  /// The text with each paragraph on one line; `deletesSpace` says that the space was added.
  static func joined(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
    let bytes = text.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    /// The depth of quoting of the paragraph that goes on, or -1.
    var openDepth = -1
    while position < bytes.count {
      let line = bytes.line(from: position, to: bytes.count)
      position = line.next
      var start = line.content.lowerBound
      while start < line.content.upperBound, bytes[start] == UInt8(ascii: ">") { start += 1 }
      let depth = start - line.content.lowerBound
      if start < line.content.upperBound, bytes[start] == 0x20 { start += 1 }
      let content = start..<line.content.upperBound
      let isSignature = content.count == 3 && bytes.hasPrefix("-- ", at: start)
      if openDepth >= 0 && (openDepth != depth || isSignature) {
        output.append(0x0A)
        openDepth = -1
      }
      if openDepth < 0 && depth > 0 {
        output.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
        output.append(0x20)
      }
      let isFlowed = !content.isEmpty && bytes[content.upperBound - 1] == 0x20 && !isSignature
      let end = isFlowed && deletesSpace ? content.upperBound - 1 : content.upperBound
      output.append(bytes, start..<end)
      openDepth = isFlowed ? depth : -1
      if !isFlowed { output.append(0x0A) }
    }
    return output
  }
}
