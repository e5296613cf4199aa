/// The pieces of messages in a file, each of which belongs to one message.
struct DBXSegments {
  private var taken: Set<Int> = []

  /// The text of the message whose first piece lies at `start`, and whether its last one was reached.
  ///
  /// A piece that another message has, or that was deleted, ends it.
  mutating func text(
    from start: Int, in bytes: Span<UInt8>
  ) -> (bytes: [UInt8], isWhole: Bool) {
    var text: [UInt8] = []
    var position = start
    while position > 0 {
      guard let segment = DBXSegment(bytes, at: position), !segment.isDeleted,
        taken.insert(position).inserted
      else { return (text, false) }
      text.append(bytes, segment.text)
      position = segment.next
    }
    return (text, true)
  }

  /// Whether a message has taken the piece at `position`.
  func isTaken(_ position: Int) -> Bool { taken.contains(position) }

  /// The pieces that no message has taken, those that are in use and those that were deleted: in the
  /// order of the file, the ones that no other one leads to before the rest.
  func leftovers(in bytes: Span<UInt8>) -> (used: [Int], deleted: [Int]) {
    var used: [Int] = []
    var deleted: [Int] = []
    var followers: Set<Int> = []
    forEach(in: bytes) { position, segment in
      if segment.isDeleted {
        deleted.append(position)
        if follows(segment, at: position, in: bytes) { followers.insert(segment.next) }
      } else if !taken.contains(position) {
        used.append(position)
        followers.insert(segment.next)
      }
    }
    return (
      used.filter { !followers.contains($0) } + used.filter { followers.contains($0) },
      deleted.filter { !followers.contains($0) } + deleted.filter { followers.contains($0) }
    )
  }

  /// The text of the deleted message whose first piece lies at `start`, with `-` for what is lost.
  ///
  /// How long the text of its last piece was is not known: zeros at its end are left out.
  mutating func deletedText(from start: Int, in bytes: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var position = start
    while let segment = DBXSegment(bytes, at: position), segment.isDeleted,
      taken.insert(position).inserted
    {
      text += repeatElement(UInt8(ascii: "-"), count: DBXSegment.lostByteCount)
      text.append(bytes, segment.text.dropFirst(DBXSegment.lostByteCount))
      guard follows(segment, at: position, in: bytes) else { break }
      position = segment.next
    }
    while text.last == 0 { text.removeLast() }
    return text
  }

  /// Whether the piece behind a deleted one was deleted right after it: else it is that of another
  /// message by now.
  private func follows(
    _ segment: DBXSegment, at position: Int, in bytes: Span<UInt8>
  ) -> Bool {
    guard case .deleted(before: position)? = DBXSegment(bytes, at: segment.next)?.state else {
      return false
    }
    return true
  }

  private func forEach(in bytes: Span<UInt8>, _ body: (Int, DBXSegment) -> Void) {
    var position = DBXFile.headerByteCount
    while position + DBXSegment.headByteCount <= bytes.count {
      if bytes.littleEndian32(at: position) == UInt32(truncatingIfNeeded: position),
        let segment = DBXSegment(bytes, at: position)
      {
        body(position, segment)
        position += DBXSegment.byteCount
      } else {
        position += 4
      }
    }
  }
}
