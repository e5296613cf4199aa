/// A storage or stream of a compound file, as its directory tells of it.
struct CompoundFileEntry {
  enum Kind: Hashable {
    /// A folder; the root is one too.
    case storage
    case stream
  }

  /// Where it stands in `CompoundFile.entries`.
  let index: Int
  /// The name, which may begin with a control character such as U+0005.
  let name: String
  let kind: Kind
  /// The bytes that a stream claims to have.
  let size: Int
  /// The class of the object in a storage: 16 bytes as in the file.
  let classID: [UInt8]
  /// The first sector of a stream.
  let start: UInt32
  /// The index of the storage that it lies in; none for the root.
  var parent: Int?
  /// The indexes of what lies in a storage.
  var children: [Int] = []

  /// Whether the name is this one, without regard to the case of ASCII letters.
  func isNamed(_ other: StaticString) -> Bool {
    other.withUTF8Buffer { other in
      var position = 0
      for byte in name.utf8 {
        guard position < other.count, byte.inSmallLetters == other[position].inSmallLetters else {
          return false
        }
        position += 1
      }
      return position == other.count
    }
  }

  func hasName(beginning front: StaticString) -> Bool {
    front.withUTF8Buffer { front in
      var position = 0
      for byte in name.utf8 {
        if position == front.count { return true }
        guard byte.inSmallLetters == front[position].inSmallLetters else { return false }
        position += 1
      }
      return position == front.count
    }
  }
}
