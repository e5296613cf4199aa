/// HTML without what no reader of a message sees: its head, styles, comments and declarations.
enum VisibleHTML {
  private static let hidden: [(start: StaticString, end: StaticString)] = [
    ("<!--", "-->"), ("<head>", "</head>"), ("<head ", "</head>"),
    ("<html", ">"), ("<body", ">"), ("<style", "</style"), ("<!", ">"), ("<?", ">"),
  ]

  /// What is left of `html`, in which nothing of it is hidden any more.
  static func of(_ html: Span<UInt8>) -> [UInt8] {
    var visible: [UInt8] = []
    visible.reserveCapacity(html.count)
    var position = 0
    var start = 0
    // Ends that are not there are not sought again.
    var missing: Set<Int> = []
    while position < html.count {
      guard html[position] == UInt8(ascii: "<"),
        let index = hidden.indices.first(where: {
          html.has(hidden[$0].start, at: position) && !missing.contains($0)
        })
      else {
        position += 1
        continue
      }
      guard let end = html.place(ofAnyCase: hidden[index].end, from: position + 2) else {
        missing.insert(index)
        position += 1
        continue
      }
      visible.append(html, start..<position)
      start = end
      position = end
    }
    visible.append(html, start..<html.count)
    return visible
  }
}

extension Span<UInt8> {
  /// Whether `text`, in lower case, stands at `position` in any case.
  fileprivate func has(_ text: StaticString, at position: Int) -> Bool {
    text.withUTF8Buffer { text in
      guard position + text.count <= count else { return false }
      for index in text.indices {
        let byte = self[position + index]
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        guard (isUpper ? byte | 0x20 : byte) == text[index] else { return false }
      }
      return true
    }
  }

  fileprivate func place(ofAnyCase text: StaticString, from start: Int) -> Int? {
    var position = start
    while position < count {
      if has(text, at: position) { return position }
      position += 1
    }
    return nil
  }
}
