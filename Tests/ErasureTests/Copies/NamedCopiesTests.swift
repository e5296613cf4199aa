import ScanModel
import TestSupport
import Testing

@testable import Erasure

@Suite struct NamedCopiesTests {
  private let folder: TemporaryFolder
  private var share: FilePath { FilePath("\(folder.path)/share") }

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "share/brief jansen.docx", "share/~$ief jansen.docx", "share/brief jansen.docx.bak",
      "share/brief jansen 2.docx", "share/ander.bak", "share/sub/nota.txt",
      "share/#recycle/sub/nota.txt", "share/#recycle/ander.txt",
      "share/sub/.snapshot/uur.0/nota.txt", "share/.snapshot/uur.1/sub/nota.txt",
      "share/.snapshot/uur.1/nota.txt", "#recycle/nota.txt",
    ] {
      try folder.write("x", to: name)
    }
  }

  private func copies(of names: [String], within bound: CopyBound) -> [String] {
    NamedCopies.of(names.map { FilePath("\(folder.path)/\($0)") }, within: bound).map { copy in
      String(decoding: copy.path.bytes.dropFirst(folder.path.utf8.count + 1), as: UTF8.self)
        + " \(copy.sign.rawValue)"
    }
  }

  @Test func `finds them beside a file`() {
    #expect(
      copies(of: ["share/brief jansen.docx"], within: .roots([share])) == [
        "share/brief jansen.docx.bak backup", "share/~$ief jansen.docx lock-file",
      ])
  }

  @Test func `finds them by name in recycle folders, by their whole path in snapshots`() {
    #expect(
      copies(of: ["share/sub/nota.txt"], within: .roots([share])) == [
        "share/#recycle/sub/nota.txt recycled", "share/.snapshot/uur.1/sub/nota.txt snapshot",
        "share/sub/.snapshot/uur.0/nota.txt snapshot",
      ])
  }

  @Test func `looks above the roots for a list only`() {
    let copy = "#recycle/nota.txt recycled"
    #expect(!copies(of: ["share/sub/nota.txt"], within: .roots([share])).contains(copy))
    #expect(copies(of: ["share/sub/nota.txt"], within: .share).contains(copy))
  }

  @Test func `a folder or a link of that name is none`() throws {
    try folder.write("x", to: "share/brief jansen.docx~/binnen.txt")
    #expect(copies(of: ["share/brief jansen.docx"], within: .roots([share])).count == 2)
  }

  @Test(arguments: [[UInt8]]([[], [2], [UInt8](repeating: 0xFF, count: 600)]))
  func `a note of Windows that is damaged says nothing`(bytes: [UInt8]) throws {
    let note = "\(folder.path)/$IABC.txt"
    try folder.write(String(decoding: bytes, as: UTF8.self), to: "$IABC.txt")
    #expect(RecycledName.original(in: FilePath(note)) == nil)
  }
}
