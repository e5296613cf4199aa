import ScanModel
import Walking

/// All that a walk reported; files by their paths, so that nothing is held open.
struct WalkRecord {
  var files: [FilePath] = []
  var notExamined: [FilePath: NotExaminedReason] = [:]
  var leftOut: [FilePath: LeftOutReason] = [:]

  init(_ roots: FilePath..., options: WalkOptions = WalkOptions()) {
    Walker(roots: roots, options: options).walk { event in
      take(event)
      return true
    }
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
    Walker(roots: [root], options: WalkOptions()).walk { event in
      if case .file(let file) = event { files.append(file) }
      return true
    }
    return files
  }
}
