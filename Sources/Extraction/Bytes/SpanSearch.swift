extension Span<UInt8> {
  /// The first position from `start` on at which the bytes of `word` stand; nil for none.
  func position(of word: StaticString, from start: Int) -> Int? {
    word.withUTF8Buffer { word in
      guard let first = word.first else { return nil }
      var search = MarkSearch(for: first, or: first, or: first)
      var position = search.next(in: self, from: start)
      while position <= count - word.count {
        var offset = 1
        while offset < word.count, self[position + offset] == word[offset] { offset += 1 }
        if offset == word.count { return position }
        position = search.next(in: self, from: position + 1)
      }
      return nil
    }
  }
}
