/// Looks at the tree of pages before qpdf goes down it, which it does by recursion without a limit.
enum PDFPageTree {
  /// The trees that programs write are a few levels deep.
  private static let depthLimit = 200
  private static let kidLimit = 1_000_000

  /// Whether the tree is too deep, or has too many branches, to be read as one.
  static func isTooDeep(_ file: borrowing PDFFile) -> Bool {
    var nodes = [file.value("/Pages", of: file.root)]
    var visited: Set<Int> = []
    var kidCount = 0
    for _ in 0..<depthLimit {
      var deeper: [PDFFile.Object] = []
      for node in nodes {
        let kids = file.value("/Kids", of: node)
        let count = file.count(of: kids)
        kidCount += count
        guard kidCount <= kidLimit else { return true }
        for index in 0..<count {
          let kid = file.item(index, of: kids)
          if isBranch(kid, in: file, &visited) {
            deeper.append(kid)
          } else {
            file.release(kid)
          }
        }
        file.release(kids)
        file.release(node)
      }
      if deeper.isEmpty { return false }
      nodes = deeper
    }
    return true
  }

  private static func isBranch(
    _ node: PDFFile.Object, in file: borrowing PDFFile, _ visited: inout Set<Int>
  ) -> Bool {
    let kids = file.value("/Kids", of: node)
    defer { file.release(kids) }
    let id = file.id(node)
    return file.isArray(kids) && (id == 0 || visited.insert(id).inserted)
  }
}
