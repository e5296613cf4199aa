/// Fields of a form with one letter or digit each that stand beside each other at one distance: the boxes
/// of one value.
struct PDFBoxFields {
  /// The numbers of their objects, from left to right.
  private(set) var ids: [Int] = []
  private(set) var boxes: [PDFRectangle] = []
  private(set) var letters: [UInt8] = []

  private static let letterCounts = 4...64
  /// The distance of two boxes at most, in widths of one.
  private static let pitchLimit = 3.0

  var areValue: Bool { Self.letterCounts.contains(letters.count) && !letters.areOneLetter }

  /// Adds the next box; returns false where it does not stand beside the last one.
  mutating func add(_ letter: UInt8, of id: Int, at box: PDFRectangle) -> Bool {
    if let last = boxes.last {
      let pitch = box.left - last.left
      guard last.isBeside(box), pitch > 0.5 * last.width, pitch < Self.pitchLimit * last.width,
        letters.count < Self.letterCounts.upperBound
      else { return false }
    }
    ids.append(id)
    boxes.append(box)
    letters.append(letter)
    return true
  }
}
