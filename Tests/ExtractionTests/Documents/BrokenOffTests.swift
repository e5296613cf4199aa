import Foundation
import Testing

/// What breaks off never ends as if it were whole.
///
/// Plain texts, messages of one part, mailboxes and DICOM end anywhere; all other formats of the corpus tell
/// where.
@Suite struct BrokenOffTests {
  private static let withoutEnd: Set = [
    "csv", "dcm", "eml", "html", "ldif", "mbox", "sql", "txt", "vcf",
  ]

  static let files: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: corpus)) ?? []
    return names.filter { name in
      let folder = String(name.prefix { $0 != "/" })
      let ending = String(name.split(separator: ".").last ?? "")
      return name.contains("/") && !withoutEnd.contains(folder) && !withoutEnd.contains(ending)
    }.sorted()
  }()

  private static let corpus =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/Corpus/documents"

  @Test func `the corpus is there`() {
    #expect(Self.files.count > 100)
  }

  @Test(arguments: files)
  func `a document that broke off is partial, or has lost nothing`(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.corpus)/\(name)")))
    let words = DocumentRecording(of: bytes).words
    for percent in stride(from: 11, through: 99, by: 8) {
      let cut = DocumentRecording(of: Array(bytes.prefix(bytes.count * percent / 100)))
      guard cut.isComplete else { continue }
      #expect(words.subtracting(cut.words).isEmpty, "cut at \(percent) %")
    }
  }
}

extension DocumentRecording {
  /// Whether nothing is said to be missing.
  fileprivate var isComplete: Bool {
    missing.isEmpty && members.allSatisfy { $0.hasSuffix(" complete") }
  }

  /// What stands between the spaces of all texts.
  fileprivate var words: Set<Substring> {
    Set(texts.flatMap { $0.text.split { $0.isWhitespace } })
  }
}
