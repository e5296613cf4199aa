extension Vocabulary {
  /// What names of fields end in.
  private static let fieldNameEndings: [[UInt8]] = [
    "nummer", "nr", "datum", "code", "adres", "id", "jaar", "soort", "type", "kenmerk", "naam",
    "op", "bedrag", "dagtekening", "date", "number", "name", "vervaldag",
  ].map { Array($0.utf8) }

  /// Whether a text is itself the name of a field (`BSN-nummer`, `Geb.`) and so no value.
  ///
  /// It is where the words of the catalog cover it, titles of people aside, or where its last word ends as
  /// names do.
  func isFieldName(
    _ text: Span<UInt8>, _ range: Range<Int>, _ folded: inout FoldedText, _ hits: inout [WordHit]
  ) -> Bool {
    folded.fold(text, range)
    var name = folded.bytes
    while name.last == UInt8(ascii: " ") { name = UnsafeBufferPointer(rebasing: name.dropLast()) }
    guard !name.isEmpty else { return false }
    if Self.fieldNameEndings.contains(where: { name.lastWordEndsWith($0) }) { return true }
    self.hits(in: folded, into: &hits)
    let covered = hits.filter { !facts[$0.word].isEnding && facts[$0.word].namesField }
      .map { $0.range.count }.reduce(0, +)
    return covered + hits.count >= name.count && !hits.isEmpty
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the last of its words, which a space parts, has the ending.
  fileprivate func lastWordEndsWith(_ ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
