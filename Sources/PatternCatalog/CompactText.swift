internal import Anchors

/// Values in a row, each a text with a mark behind it, as `CompactTextReader` takes them apart.
///
/// A number is its decimal digits, a list its count and then its items, an absent text an empty
/// one. No text may hold the mark, U+001F.
struct CompactText {
  static let mark: Unicode.Scalar = "\u{1F}"

  private(set) var text = ""
  /// The sets of bytes that were written, by number.
  private var numberOfSet: [ByteSet: Int] = [:]

  /// The number of a set, and whether it was not written before.
  mutating func number(of set: ByteSet) -> (number: Int, isNew: Bool) {
    if let known = numberOfSet[set] { return (known, false) }
    numberOfSet[set] = numberOfSet.count
    return (numberOfSet.count - 1, true)
  }

  mutating func append(_ value: String) {
    precondition(!value.unicodeScalars.contains(Self.mark), "a text holds the mark of its end")
    text += value
    text.unicodeScalars.append(Self.mark)
  }

  mutating func append(_ value: Int) { append(String(value)) }

  /// The shortest digits that give the same number again.
  mutating func append(_ value: Double) { append(value.description) }

  mutating func append(_ value: Bool) { append(value ? 1 : 0) }

  mutating func append(_ values: [String]) {
    append(values) { compact, value in compact.append(value) }
  }

  mutating func append<Item>(_ items: [Item], _ item: (inout CompactText, Item) -> Void) {
    append(items.count)
    for value in items { item(&self, value) }
  }
}
