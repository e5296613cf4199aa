/// Goes through all values of a database in the order of its leaves.
struct FileMakerValues {
  /// Deeper paths are none.
  private static let deepest = 64

  let file: FileMakerFile
  private var leaf = 0
  private var position: Int
  /// What was stepped into, from the outside.
  private(set) var path: [Range<Int>] = []
  /// Whether a leaf held something that is no code.
  private(set) var isBroken = false

  init(_ file: FileMakerFile) {
    self.file = file
    position = file.leaves.first?.lowerBound ?? 0
  }

  /// The next value; `path` says where it belongs.
  mutating func next(in bytes: Span<UInt8>) -> FileMakerCode? {
    while leaf < file.leaves.count {
      let end = file.leaves[leaf].upperBound
      guard let code = FileMakerCode(file.form, bytes, at: position, upTo: end) else {
        endLeaf(bytes, at: end)
        continue
      }
      position = code.end
      switch code.kind {
      case .push where path.count < Self.deepest: path.append(code.bytes)
      case .push: isBroken = true
      case .pop: _ = path.popLast()
      default: return code
      }
    }
    return nil
  }

  /// The number of a step of the path; nil where there is none, or it is a key of bytes.
  func step(_ depth: Int, in bytes: Span<UInt8>) -> Int? {
    path.indices.contains(depth)
      ? FileMakerCode.number(bytes, path[depth], file.form) : nil
  }

  private mutating func endLeaf(_ bytes: Span<UInt8>, at end: Int) {
    // From version 7 on two zeros end what a leaf holds.
    let isEnd =
      position == end
      || file.form == .masked && bytes[position] == 0
        && (position + 1 == end || bytes[position + 1] == 0)
    if !isEnd { isBroken = true }
    leaf += 1
    path.removeAll(keepingCapacity: true)
    if leaf < file.leaves.count { position = file.leaves[leaf].lowerBound }
  }
}
