/// The letters by which people name what was found in a content, or in a path, under a recipe.
///
/// Eight letters of a keyed digest and two of that of the recipe: equal in every run, and in all stores
/// under one key. Other patterns may find other things, so another recipe gives other letters. Among a
/// million contents, one in a million shares its letters with another.
package struct FindingCode: Hashable, Sendable {
  /// Small letters and digits without those that look alike: i, l, o, u.
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  /// Of a digest of a content or path.
  static let digestByteCount = 5
  private static let letterCount = 10

  /// 50 bits: 40 of the digest of a content or path, 10 of that of the recipe.
  private let bits: UInt64

  /// `digest` and `recipe` are keyed digests of more than 5 bytes.
  init(digest: some Sequence<UInt8>, recipe: some Sequence<UInt8>) {
    let start = digest.prefix(Self.digestByteCount).reduce(0) { $0 << 8 | UInt64($1) }
    let end = recipe.prefix(2).reduce(0) { $0 << 8 | UInt64($1) } >> 6
    bits = start << 10 | end
  }

  /// nil for what `description` never gives.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count == Self.letterCount else { return nil }
    var bits: UInt64 = 0
    for letter in text.utf8 {
      guard let place = Self.letters.firstIndex(of: letter) else { return nil }
      bits = bits << 5 | UInt64(place)
    }
    self.bits = bits
  }

  /// How the digest of the content begins.
  var digestStart: [UInt8] {
    (0..<Self.digestByteCount).map { place in
      UInt8(truncatingIfNeeded: bits >> UInt64(10 + 8 * (Self.digestByteCount - 1 - place)))
    }
  }

  /// Whether the letters for the recipe are those of this one.
  func isOf(recipe: some Sequence<UInt8>) -> Bool {
    self == FindingCode(digest: digestStart, recipe: recipe)
  }
}

extension FindingCode: CustomStringConvertible {
  package var description: String {
    let text = (0..<Self.letterCount).map { place in
      Self.letters[Int(bits >> UInt64(5 * (Self.letterCount - 1 - place)) & 31)]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
