/// The paths of folders by their ids; the last one is at hand, since items lie in the order of theirs.
struct FolderPaths {
  static let sql = "SELECT path FROM folder WHERE id = ?"

  private let statement: RawStatement
  private var last: Int64?
  private var bytes: [UInt8] = []

  init(_ statement: RawStatement) {
    self.statement = statement
  }

  /// Puts the path of the folder with a slash behind it into `path`.
  mutating func path(_ id: Int64, into path: inout [UInt8]) throws {
    if last != id {
      bytes.removeAll(keepingCapacity: true)
      statement.bind(1, id)
      if try statement.next() {
        statement.append(0, to: &bytes)
        statement.reset()
      }
      if bytes.last != UInt8(ascii: "/") { bytes.append(UInt8(ascii: "/")) }
      last = id
    }
    path.removeAll(keepingCapacity: true)
    path += bytes
  }
}
