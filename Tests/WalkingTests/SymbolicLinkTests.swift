import Glibc
import ScanModel
import Testing

@testable import Walking

@Suite struct SymbolicLinkTests {
  private let following = WalkOptions(followsLinks: true)

  @Test func `leaves links out unless they are to be followed`() throws {
    let tree = try TemporaryTree()
    let file = try tree.file("a")
    let links = try [
      tree.link("loop", to: "."), tree.link("toFile", to: "a"), tree.link("dangling", to: "none"),
    ]
    let record = WalkRecord(tree.path)
    #expect(record.files == [file])
    #expect(record.leftOut == Dictionary(uniqueKeysWithValues: links.map { ($0, .symbolicLink) }))
  }

  @Test func `ends loops`() throws {
    let tree = try TemporaryTree()
    try tree.directory("d")
    let file = try tree.file("d/a")
    let links = try [
      tree.link("loop", to: "."), tree.link("d/up", to: ".."), tree.link("self", to: "self"),
    ]
    let record = WalkRecord(tree.path, options: following)
    #expect(record.files == [file])
    #expect(
      record.leftOut == Dictionary(uniqueKeysWithValues: links.map { ($0, .linkLoopOrOutside) }))
  }

  @Test func `does not follow links that lead out of the roots`() throws {
    let outside = try TemporaryTree()
    try outside.file("secret")
    let tree = try TemporaryTree()
    let path = outside.path.lossyText
    let links = try [
      tree.link("directory", to: path), tree.link("file", to: path + "/secret"),
      tree.link("parent", to: ".."),
    ]
    let record = WalkRecord(tree.path, options: following)
    #expect(record.files.isEmpty)
    #expect(
      record.leftOut == Dictionary(uniqueKeysWithValues: links.map { ($0, .linkLoopOrOutside) }))
  }

  @Test func `a directory whose name begins like a root is outside`() throws {
    let tree = try TemporaryTree()
    try tree.directory("root")
    try tree.directory("root-and-more")
    try tree.file("root-and-more/a")
    let link = try tree.link("root/link", to: "../root-and-more/a")
    let record = WalkRecord(tree("root"), options: following)
    #expect(record.leftOut == [link: .linkLoopOrOutside])
    #expect(record.files.isEmpty)
  }

  @Test func `lists a file under its own name and under that of a link`() throws {
    let tree = try TemporaryTree()
    let file = try tree.file("a")
    let link = try tree.link("link", to: "a")
    var identities: [FilePath: FileIdentity] = [:]
    var walker = Walker(roots: [tree.path], options: following)
    while let event = walker.next() {
      if case .file(let found) = event {
        identities[found.path] = try? found.open().facts.identity
      }
    }
    #expect(Set(identities.keys) == [file, link])
    #expect(identities[file] == identities[link])
  }

  @Test func `enters a directory that is linked to once`() throws {
    let tree = try TemporaryTree()
    try tree.directory("d")
    try tree.file("d/a")
    try tree.link("x", to: "d")
    try tree.link("y", to: "d")
    let record = WalkRecord(tree.path, options: following)
    #expect(record.files == [tree("d/a")])
    #expect(record.leftOut == [tree("x"): .linkLoopOrOutside, tree("y"): .linkLoopOrOutside])
  }

  @Test func `follows links from one root into another file of it`() throws {
    let tree = try TemporaryTree()
    try tree.directory("one")
    try tree.directory("two")
    let file = try tree.file("two/a")
    let link = try tree.link("one/link", to: "../two/a")
    let record = WalkRecord(tree("one"), tree("two"), options: following)
    #expect(record.files == [link, file])
  }

  @Test func `applies globs to the name of the link`() throws {
    let tree = try TemporaryTree()
    try tree.directory("d")
    try tree.file("d/a.csv")
    try tree.directory("e")
    try tree.link("e/old", to: "../d")
    try tree.link("e/b.txt", to: "../d/a.csv")
    let options = WalkOptions(
      followsLinks: true, include: [Glob(Array("*.csv".utf8))], exclude: [Glob(Array("old/".utf8))])
    let record = WalkRecord(tree.path, options: options)
    #expect(record.files == [tree("d/a.csv")])
    #expect(record.leftOut == [tree("e/old"): .excluded, tree("e/b.txt"): .excluded])
  }
}
