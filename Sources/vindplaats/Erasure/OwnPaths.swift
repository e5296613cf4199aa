internal import ScanModel
internal import Walking

/// Files that an officer keeps for a case, such as the card and the plan: no scan lists them.
struct OwnPaths {
  let ownFiles: [OwnFiles]

  init(_ paths: [FilePath]) {
    ownFiles = paths.flatMap { path in
      OwnFiles.of(path) + (path.real.map { OwnFiles.of($0) } ?? [])
    }
  }
}
