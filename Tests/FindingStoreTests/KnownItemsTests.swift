import ScanModel
import Testing

@testable import FindingStore

@Suite struct KnownItemsTests {
  private static let path = FilePath("/srv/share/brief.txt")

  private static func facts(
    device: UInt64 = 1, inode: UInt64 = 2, byteCount: Int = 3, modified: Int64 = 4,
    changed: Int64 = 5, linkCount: Int = 1, mode: UInt32 = 0o100644
  ) -> FileFacts {
    FileFacts(
      identity: FileIdentity(device: device, inode: inode), byteCount: byteCount,
      modified: modified, changed: changed, hardLinkCount: linkCount, mode: mode)
  }

  private func known(_ comparison: ItemComparison = ItemComparison()) -> KnownItems {
    var part = KnownItems.Part()
    part.add(path: Self.path.bytes, Self.facts(), isDatabase: false, stateID: 7)
    return KnownItems(comparison, [part])
  }

  @Test func `knows an item of the same path and facts`() throws {
    let known = known()
    let place = try #require(known.place(of: Self.path, Self.facts()))
    #expect(known.stateID(at: place) == 7)
  }

  @Test func `does not know the facts under another path`() {
    #expect(known().place(of: FilePath("/srv/share/brief2.txt"), Self.facts()) == nil)
  }

  @Test func `asks for the facts of a known path only`() {
    func unasked() -> FileFacts {
      Issue.record("asked for the facts of a path that is not known")
      return Self.facts()
    }
    #expect(known().place(of: FilePath("/srv/share/brief2.txt"), unasked()) == nil)
  }

  @Test(arguments: [
    facts(device: 9), facts(inode: 9), facts(byteCount: 9), facts(modified: 9), facts(changed: 9),
  ])
  func `does not know an item of which one fact has changed`(facts: FileFacts) {
    #expect(known().place(of: Self.path, facts) == nil)
  }

  @Test func `does not ask for device and inode where told so`() {
    var comparison = ItemComparison()
    comparison.comparesInode = false
    let known = known(comparison)
    #expect(known.place(of: Self.path, Self.facts(device: 8, inode: 9)) != nil)
    #expect(known.place(of: Self.path, Self.facts(changed: 9)) == nil)
  }

  @Test func `does not ask for the change of the inode where told so`() {
    var comparison = ItemComparison()
    comparison.comparesChangeTime = false
    let known = known(comparison)
    #expect(known.place(of: Self.path, Self.facts(changed: 9)) != nil)
    #expect(known.place(of: Self.path, Self.facts(inode: 9)) == nil)
    #expect(known.place(of: Self.path, Self.facts(modified: 9)) == nil)
  }
}
