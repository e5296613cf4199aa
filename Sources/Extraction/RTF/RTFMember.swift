/// Data in an RTF document that is a document of its own: where it lies, and what it is.
struct RTFMember {
  enum Kind: Hashable {
    case picture
    case object
  }

  let kind: Kind
  /// The control words and digits of the data.
  let range: Range<Int>
}
