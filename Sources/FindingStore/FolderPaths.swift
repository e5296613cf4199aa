/// The paths of folders by their ids; those asked for last are at hand, since items lie in the order in
/// which a scan came across them.
struct FolderPaths {
  static let sql = "SELECT path FROM folder WHERE id = ?"

  private static let knownCount = 64

  private let statement: RawStatement
  /// Each at the place that its id has among as many.
  private var known = [(id: Int64?, path: [UInt8])](repeating: (nil, []), count: knownCount)

  init(_ statement: RawStatement) {
    self.statement = statement
  }

  /// Puts the path of the folder with a slash behind it into `path`.
  mutating func path(_ id: Int64, into path: inout [UInt8]) throws {
    let place = Int(UInt64(bitPattern: id) % UInt64(Self.knownCount))
    if known[place].id != id { known[place] = (id, try read(id)) }
    path.removeAll(keepingCapacity: true)
    path += known[place].path
  }

  private func read(_ id: Int64) throws -> [UInt8] {
    var path: [UInt8] = []
    statement.bind(1, id)
    if try statement.next() {
      statement.append(0, to: &path)
      statement.reset()
    }
    if path.last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
    return path
  }
}
