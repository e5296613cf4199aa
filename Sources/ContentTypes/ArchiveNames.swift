/// The names in an archive of Unix, of which the first tells what it is.
///
/// Source: ar(5) of FreeBSD; System V ABI, 7; Mach-O archives as ranlib(1) writes them.
enum ArchiveNames {
  private static let nameStart = 8
  private static let contentStart = 68

  /// Whether the first file is a table of what programs define, or a part of a program: then compilers made
  /// the archive.
  static func isLibrary(_ head: Span<UInt8>) -> Bool {
    let names: [StaticString] = ["/ ", "/SYM64/", "__.SYMDEF"]
    if names.contains(where: { head.has($0, at: nameStart) }) { return true }
    if head.has("\u{7F}ELF", at: contentStart) { return true }
    // A long name stands in front of the content.
    return head.has("#1/", at: nameStart) && head.has("__.SYMDEF", at: contentStart)
  }
}
