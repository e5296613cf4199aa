/// What holds for the text in a group of RTF and ends with it.
struct RTFGroup {
  var destination = RTFDestination.flow
  /// Whether the destination began in this group, not in one around it.
  var isOwner = false
  /// Whether the whole document is in this group.
  var isRoot = false
  /// The part that the text flows into.
  var part = RTFPart.body
  var codePage: Int32
  /// How many bytes after a `\u` stand for the same character.
  var fallbackCount: Int16 = 1
  var isHidden = false
  var isDeleted = false
  /// Whether the text is no part of the HTML that was made into RTF.
  var isOutsideHTML = false
  var isInTable = false
  var tableLevel: UInt8 = 1
  /// What was gathered before the value of this group began, or where its data begins.
  var start = 0

  init(codePage: Int) {
    self.codePage = Int32(truncatingIfNeeded: codePage)
  }
}
