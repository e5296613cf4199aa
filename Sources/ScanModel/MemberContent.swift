/// What tells the content of a member from that of others: files and members are copies where it is equal.
package struct MemberContent: Hashable, Sendable {
  /// From the file to it.
  package let part: [DocumentPart]
  /// Of all its bytes, unpacked.
  package let digest: ContentDigest
  /// How many they are.
  package let byteCount: Int

  package init(part: [DocumentPart], digest: ContentDigest, byteCount: Int) {
    self.part = part
    self.digest = digest
    self.byteCount = byteCount
  }
}
