import Foundation
import ScanModel
import TestSupport
import Testing

@testable import Erasure

@Suite struct PlacePresenceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("x", to: "map/a.txt")
  }

  private func path(_ name: String) -> FilePath { FilePath("\(folder.path)/\(name)") }

  @Test func `is there, or gone from a folder that was listed`() throws {
    #expect(PlacePresence(of: path("map/a.txt")) == .there)
    #expect(PlacePresence(of: path("map/b.txt")) == .gone)
    #expect(PlacePresence(of: path("weg/diep/b.txt")) == .gone)
    #expect(PlacePresence(of: path("map/a.txt/b.txt")) == .gone)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/map/dood", withDestinationPath: "nergens")
    #expect(PlacePresence(of: path("map/dood")) == .there)
  }

  @Test func `what cannot be looked into is not known`() {
    let long = String(repeating: "x", count: 300)
    #expect(PlacePresence(of: path("map/\(long)")) == .unknown(errorNumber: ENAMETOOLONG))
  }

  @Test func `the place where a scan began is told from another`() throws {
    let root = try #require(PlanRoot(at: path("map")))
    #expect(root.problem(isItem: false) == nil)
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/map", toPath: "\(folder.path)/elders")
    // Deleted as a whole, from the folder that it lay in.
    #expect(root.problem(isItem: false) == nil)
    try folder.write("x", to: "map/a.txt")
    #expect(root.problem(isItem: false)?.code == "root-replaced")
    let lost = PlanRoot(
      path: path("nergens/map"), isFolder: true, inode: 1, fileSystem: root.fileSystem,
      parentInode: 2, parentFileSystem: root.fileSystem)
    #expect(lost.problem(isItem: false)?.code == "root-gone")
  }
}

@Suite struct OlderVersionsTests {
  @Test func `names what lies beside a file and in recycle folders`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "share/brief jansen.docx", "share/~$ief jansen.docx", "share/brief jansen.docx.bak",
      "share/brief jansen.bak", "share/brief jansen.docx~", "share/.~lock.brief jansen.docx#",
      "share/brief jansen 2.docx", "share/ander.bak", "share/#recycle/x", "share/sub/x.txt",
      "share/sub/$RECYCLE.BIN/y",
    ] {
      try folder.write("x", to: name)
    }
    let root = FilePath("\(folder.path)/share")
    var versions = OlderVersions(roots: [root])
    let found = versions.paths(of: root.appending(Array("brief jansen.docx".utf8)))
      .map { String(decoding: $0.name, as: UTF8.self) }
    #expect(
      found == [
        "#recycle", ".~lock.brief jansen.docx#", "brief jansen.bak", "brief jansen.docx.bak",
        "brief jansen.docx~", "~$ief jansen.docx",
      ])
    let below = versions.paths(of: root.appending(Array("sub/x.txt".utf8)))
      .map { String(decoding: $0.name, as: UTF8.self) }
    #expect(below == ["#recycle", "$RECYCLE.BIN"])
  }
}
