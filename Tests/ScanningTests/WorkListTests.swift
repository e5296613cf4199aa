import Dispatch
import ScanModel
import Synchronization
import TestSupport
import Testing
import Walking

@testable import Scanning

@Suite struct WorkListTests {
  private let folder: TemporaryFolder
  private let progress = ScanProgress()

  init() throws {
    folder = try TemporaryFolder()
    for index in 0..<1_000 { try folder.write("x", to: "\(index % 40)/\(index).txt") }
  }

  @Test func `gives every file to one of its threads`() {
    let list = list()
    let paths = Mutex<[FilePath]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      while case .file(let file) = list.next() {
        paths.withLock { $0.append(file.path) }
      }
    }
    let taken = paths.withLock { $0 }
    #expect(taken.count == 1_000)
    #expect(Set(taken).count == 1_000)
  }

  @Test func `gives files in the order of the walk`() {
    let list = list()
    var taken: [FilePath] = []
    while case .file(let file) = list.next() { taken.append(file.path) }
    var walker = Walker(roots: [FilePath(folder.path)], options: WalkOptions())
    var walked: [FilePath] = []
    while case .file(let file) = walker.next() { walked.append(file.path) }
    #expect(taken == walked)
  }

  @Test func `ends soon after the scan is cancelled`() {
    let list = list()
    #expect(list.next() != nil)
    progress.cancel()
    var count = 1
    while list.next() != nil { count += 1 }
    #expect(count < 300)
  }

  private func list() -> WorkList {
    WorkList(
      Walker(roots: [FilePath(folder.path)], options: WalkOptions()),
      ledger: Ledger(receiver: RecordingReceiver(), progress: progress), progress: progress)
  }
}
