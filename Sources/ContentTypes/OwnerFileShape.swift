/// The file that Office keeps beside an open document (`~$brief.docx`): who has it open.
///
/// The name with its length before it, in the character set of the system and then in UTF-16.
package struct OwnerFileShape {
  private static let byteCounts = [162, 165]
  private static let longestName = 52
  /// Where the length of the name in UTF-16 stands: Word, and Excel or PowerPoint.
  private static let widePlaces = [54, 55]

  /// Where the name lies in UTF-16, lowest byte first.
  package let name: Range<Int>

  /// nil for other files.
  package init?(_ file: Span<UInt8>) {
    guard Self.byteCounts.contains(file.count) else { return nil }
    let count = Int(file[0])
    guard (1...Self.longestName).contains(count) else { return nil }
    for place in Self.widePlaces where file[place] == count && file[place + 1] == 0 {
      let start = place + 2
      guard start + 2 * count <= file.count, Self.isSame(file, count, wide: start) else { continue }
      name = start..<start + 2 * count
      return
    }
    return nil
  }

  /// Whether both say the same, as far as ASCII goes, and nothing but filling is behind the first.
  private static func isSame(_ file: Span<UInt8>, _ count: Int, wide: Int) -> Bool {
    for index in 0..<count {
      let byte = file[1 + index]
      let (low, high) = (file[wide + 2 * index], file[wide + 2 * index + 1])
      // What the character set of the system lacks is a question mark there.
      let isSame = byte >= 0x80 || low == byte && high == 0 || byte == UInt8(ascii: "?")
      guard byte >= 0x20, isSame else { return false }
    }
    for index in 1 + count..<wide - 2 where file[index] != 0 && file[index] != 0x20 { return false }
    return true
  }
}
