import ScanModel

/// Symbolic links that are followed.
extension Walker {
  /// Looks where a link leads and takes that along if it lies inside the roots.
  mutating func follow(_ name: [CChar]) -> WalkEvent? {
    guard let parent = chain.directory else { return nil }
    let path = chain.path(of: name)
    let target: LinkTarget
    do {
      target = try LinkTarget(of: name, in: parent)
    } catch {
      // A link that leads nowhere or in a circle has nothing behind it to examine.
      return error.meansVanished
        ? .leftOut(path, .linkLoopOrOutside) : .notExamined(path, error.reasonForEntry)
    }
    if let reason = reasonToLeaveOut(target, at: path) { return .leftOut(path, reason) }
    if target.kind == .directory { return enter(target, name: name, in: parent) }
    return take(path, kind: target.kind, of: parent, linkTarget: target.identity)
  }

  private func reasonToLeaveOut(_ target: LinkTarget, at path: FilePath) -> LeftOutReason? {
    if target.kind == .directory, isExcluded(directory: path) { return .excluded }
    guard let realPath = target.realPath, roots.enclose(realPath),
      !roots.contain(target.identity)
    else { return .linkLoopOrOutside }
    return reasonToLeaveOut(device: target.identity.device)
  }

  private mutating func enter(
    _ target: LinkTarget, name: [CChar], in parent: DirectoryHandle
  ) -> WalkEvent? {
    let directory: DirectoryHandle
    do {
      directory = try open(
        name, in: parent.descriptor.number, flags: OpenFlags.linkedDirectory)
    } catch {
      return .notExamined(chain.path(of: name), error.reasonForDirectory)
    }
    guard directory.identity == target.identity else {
      return .notExamined(chain.path(of: name), .vanished)
    }
    return enter(directory, name: name, isLinked: true)
  }
}
