internal import ScanModel
internal import Subjects

/// What a scan left out by choice, with all that lies below.
struct LeftOutPaths {
  private let paths: Set<FilePath>

  init(of result: LocateResult) {
    paths = Set(result.unsearched.leftOut.map(\.path))
  }

  func contains(_ path: FilePath) -> Bool {
    guard !paths.isEmpty else { return false }
    var part = path
    while part.bytes.count > 1 {
      if paths.contains(part) { return true }
      part = part.folder
    }
    return false
  }
}
