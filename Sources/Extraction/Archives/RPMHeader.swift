/// A header of an RPM package: entries that tell where the values lie in a store behind them.
///
/// Source: RPM package format version 4, Header Format.
struct RPMHeader {
  private static let mark: [UInt8] = [0x8E, 0xAD, 0xE8, 0x01]
  private static let entryByteCount = 16

  private let entries: Range<Int>
  private let store: Range<Int>

  /// Where it ends.
  var end: Int { store.upperBound }

  /// The header at `position`; nil where it is not all there.
  init?(_ bytes: Span<UInt8>, at position: Int) {
    guard bytes.hasBytes(Self.mark, at: position),
      let count = bytes.integer(at: position + 8, byteCount: 4, .big),
      let byteCount = bytes.integer(at: position + 12, byteCount: 4, .big),
      let entries = bytes.range(at: position + 16, byteCount: count * Self.entryByteCount),
      let store = bytes.range(at: entries.upperBound, byteCount: byteCount)
    else { return nil }
    (self.entries, self.store) = (entries, store)
  }

  /// The texts in it that people write, with what they are, and whether none of them breaks off.
  ///
  /// They hold no more bytes than the package, and are no more than `limit`.
  func texts(
    _ bytes: Span<UInt8>, limit: Int
  ) -> (values: [(text: [UInt8], name: [UInt8])], areWhole: Bool) {
    var texts: [(text: [UInt8], name: [UInt8])] = []
    var byteBudget = bytes.count
    for entry in stride(from: entries.lowerBound, to: entries.upperBound, by: Self.entryByteCount) {
      guard let tag = bytes.integer(at: entry, byteCount: 4, .big),
        let label = RPMNames.labels[tag],
        let type = bytes.integer(at: entry + 4, byteCount: 4, .big), [6, 8, 9].contains(type),
        let offset = bytes.integer(at: entry + 8, byteCount: 4, .big),
        let count = bytes.integer(at: entry + 12, byteCount: 4, .big)
      else { continue }
      var position = store.lowerBound + offset
      for _ in 0..<(type == 6 ? 1 : count) {
        guard position < store.upperBound, texts.count < limit else { return (texts, false) }
        let end = bytes.position(of: 0, in: position..<store.upperBound)
        byteBudget -= end - position
        guard byteBudget >= 0 else { return (texts, false) }
        texts.append(
          (MetadataText.decoded(bytes.extracting(position..<end)), Array(label.utf8)))
        position = end + 1
      }
    }
    return (texts, true)
  }
}
