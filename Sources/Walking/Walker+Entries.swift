import ScanModel

/// The entries of the directory at hand.
extension Walker {
  /// Returns the next of them that is no directory to enter, or nil at their end.
  mutating func nextEntry() -> WalkEvent? {
    while let directory = entries.directory {
      do {
        guard let entry = try entries.next() else { return nil }
        if entriesMayBeRoots, roots.haveFile(named: entry.name, in: directory.identity) { continue }
        if let event = take(entry, of: directory) { return event }
      } catch {
        return .notExamined(chain.directoryPath, .directoryUnreadable(error.number))
      }
    }
    return nil
  }

  private mutating func take(
    _ entry: DirectoryEntries.Entry, of directory: DirectoryHandle
  ) -> WalkEvent? {
    let kind: EntryKind
    do {
      kind = try directory.kind(of: entry)
    } catch {
      return .notExamined(chain.path(of: entry.name), error.reasonForEntry)
    }
    switch kind {
    case .directory:
      if !options.exclude.isEmpty, isExcluded(directory: chain.path(of: entry.name)) {
        return .leftOut(chain.path(of: entry.name), .excluded)
      }
      chain.append(subdirectory: entry.name)
      return nil
    case .symbolicLink where options.followsLinks:
      chain.append(link: entry.name)
      return nil
    case .symbolicLink, .regular, .special:
      return take(chain.path(of: entry.name), kind: kind, of: directory, linkTarget: nil)
    }
  }

  func isExcluded(directory: FilePath) -> Bool {
    guard !options.exclude.isEmpty else { return false }
    let marked = directory.appending([]).bytes
    return options.excludes(marked.span.extracting(chain.rootPathCount...))
  }

  /// Hands on what is no directory.
  func take(
    _ path: FilePath, kind: EntryKind, of directory: DirectoryHandle, linkTarget: FileIdentity?
  ) -> WalkEvent {
    if !options.ownFiles.isEmpty {
      let name = path.bytes.span.extracting(chain.path.count...)
      if options.ownFiles.contains(where: { $0.holds(name, in: directory.identity) }) {
        return .leftOut(path, .ownFile)
      }
    }
    let pathBelowRoot = path.bytes.span.extracting(chain.rootPathCount...)
    if options.excludes(pathBelowRoot) { return .leftOut(path, .excluded) }
    if kind == .symbolicLink { return .leftOut(path, .symbolicLink) }
    if !options.includes(pathBelowRoot) { return .leftOut(path, .excluded) }
    if kind == .special { return .notExamined(path, .special) }
    return .file(
      FoundFile(
        path: path, directory: directory, nameOffset: chain.path.count, linkTarget: linkTarget))
  }
}
