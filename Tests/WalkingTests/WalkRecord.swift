import ScanModel
import Walking

/// All that a walk reported; files by their paths, so that nothing is held open.
struct WalkRecord {
  var files: [FilePath] = []
  var notExamined: [FilePath: NotExaminedReason] = [:]
  var leftOut: [FilePath: LeftOutReason] = [:]

  init(_ roots: FilePath..., options: WalkOptions = WalkOptions()) {
    var walker = Walker(roots: roots, options: options)
    while let event = walker.next() { take(event) }
  }

  init() {}

  mutating func take(_ event: WalkEvent) {
    switch event {
    case .file(let file): files.append(file.path)
    case .notExamined(let path, let reason): notExamined[path] = reason
    case .leftOut(let path, let reason): leftOut[path] = reason
    }
  }

  var eventCount: Int { files.count + notExamined.count + leftOut.count }
}

extension Walker {
  /// The files below one root, for trees of few directories.
  static func foundFiles(_ root: FilePath) -> [FoundFile] {
    var files: [FoundFile] = []
    var walker = Walker(roots: [root], options: WalkOptions())
    while let event = walker.next() {
      if case .file(let file) = event { files.append(file) }
    }
    return files
  }
}
