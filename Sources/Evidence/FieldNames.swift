extension Vocabulary {
  /// What names of fields end in.
  private static let fieldNameEndings: [[UInt8]] = [
    "nummer", "nr", "datum", "code", "adres", "id", "jaar", "soort", "type", "kenmerk", "naam",
    "op", "bedrag", "dagtekening", "date", "number", "name", "vervaldag",
  ].map { Array($0.utf8) }

  /// Whether a text is itself the name of a field (`BSN-nummer`, `Geb.`) and so no value.
  ///
  /// It is where the words of the catalog cover it, or where its last word ends as names do.
  func isFieldName(_ text: [UInt8], _ folded: inout FoldedText, _ hits: inout [WordHit]) -> Bool {
    folded.fold(text.span, 0..<text.count)
    var name = folded.bytes[...]
    while name.last == UInt8(ascii: " ") { name.removeLast() }
    guard let lastWord = name.split(separator: UInt8(ascii: " ")).last else { return false }
    if Self.fieldNameEndings.contains(where: { lastWord.endsWith($0) }) { return true }
    self.hits(in: Array(name), into: &hits)
    let covered = hits.filter { !words[$0.word].isEnding }.map(\.range.count).reduce(0, +)
    return covered + hits.count >= name.count && !hits.isEmpty
  }
}

extension ArraySlice<UInt8> {
  fileprivate func endsWith(_ ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
