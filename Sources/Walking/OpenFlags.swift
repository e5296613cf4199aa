import Glibc

/// The ways in which entries are opened: never for writing, never waiting, never as a terminal.
enum OpenFlags {
  /// Linux: `O_NOATIME` and `O_PATH` of asm-generic/fcntl.h, which Swift's Glibc module leaves out.
  static let noAccessTime: Int32 = 0o1_000_000
  static let pathOnly: Int32 = 0o10_000_000

  /// A file that is there under its own name.
  static let file = linkedFile | O_NOFOLLOW
  /// A file behind a symbolic link.
  static let linkedFile = O_RDONLY | O_NONBLOCK | O_NOCTTY | noAccessTime
  /// A directory that is there under its own name.
  static let directory = linkedDirectory | O_NOFOLLOW
  /// A directory behind a symbolic link.
  static let linkedDirectory = O_RDONLY | O_DIRECTORY | noAccessTime
}
