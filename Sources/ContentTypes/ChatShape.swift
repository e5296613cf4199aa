/// The shape of exported chats, whose commas are those of prose.
enum ChatShape {
  private static let lineCount = 20
  private static let entryCount = 3

  /// Whether most of the first lines are messages with a time and a sender.
  static func fits(_ text: Span<UInt8>) -> Bool {
    var lineCount = 0
    var entryCount = 0
    var start = 0
    while start < text.count, lineCount < Self.lineCount {
      let end = text.lineEnd(from: start)
      let line = text.trimming(start..<end)
      if !line.isEmpty {
        lineCount += 1
        if ChatEntry(text, line) != nil { entryCount += 1 }
        // A message may have lines of its own, and the first ones tell of the chat.
        if lineCount == 5, entryCount == 0 { return false }
      }
      start = end + 1
    }
    return entryCount >= Self.entryCount && entryCount * 2 >= lineCount
  }
}
