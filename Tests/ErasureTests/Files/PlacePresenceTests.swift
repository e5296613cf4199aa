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

  private func presence(of path: FilePath) -> PlacePresence {
    var lookup = PresenceLookup()
    return lookup.presence(of: path)
  }

  @Test func `is there, or gone from a folder that was listed`() throws {
    #expect(presence(of: path("map/a.txt")) == .there)
    #expect(presence(of: path("map/b.txt")) == .gone)
    #expect(presence(of: path("weg/diep/b.txt")) == .gone)
    #expect(presence(of: path("map/a.txt/b.txt")) == .gone)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/map/dood", withDestinationPath: "nergens")
    #expect(presence(of: path("map/dood")) == .there)
  }

  @Test func `what cannot be looked into is not known`() {
    let long = String(repeating: "x", count: 300)
    #expect(presence(of: path("map/\(long)")) == .unknown(errorNumber: ENAMETOOLONG))
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
