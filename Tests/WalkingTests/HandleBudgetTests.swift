import Glibc
import ScanModel
import Testing

@testable import Walking

@Suite struct HandleBudgetTests {
  @Test(arguments: [(12, 1), (1, 1), (60, 5), (1_024, 64), (1_000_000, 64)])
  func `keeps few ancestors open where few descriptors are to be had`(count: Int, levels: Int) {
    #expect(HandleBudget(freeDescriptorCount: count).ancestorLimit == levels)
  }

  @Test func `takes no more than a sixth of the descriptors`() {
    let budget = HandleBudget(freeDescriptorCount: 12)
    var openCount = 0
    while budget.hasRoom {
      budget.open()
      openCount += 1
    }
    #expect(openCount == 2)
    budget.close()
    #expect(budget.hasRoom)
  }

  @Test func `a directory counts until the last file that needs it is let go`() throws {
    let tree = try TemporaryTree()
    let budget = HandleBudget(freeDescriptorCount: 6)
    let name = tree.path.cString
    var directory: DirectoryHandle? = try DirectoryHandle(
      Descriptor.open(name, in: AT_FDCWD, flags: OpenFlags.directory), budget: budget)
    var file = directory.map { FoundFile(path: tree("a"), directory: $0, nameOffset: 0) }
    budget.open()
    directory = nil
    #expect(!budget.hasRoom)
    #expect(file != nil)
    file = nil
    #expect(budget.hasRoom)
  }
}
