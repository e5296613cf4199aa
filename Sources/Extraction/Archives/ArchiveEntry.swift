import CArchive

/// What libarchive says of the entry that an archive stands at.
struct ArchiveEntry {
  let name: String
  let isRegularFile: Bool
  let isEncrypted: Bool

  /// `entry` is read at once, not kept.
  init(_ entry: OpaquePointer?) {
    name = Self.name(of: entry)
    // A hard link is another name of an entry; the last of them may hold the content (cpio).
    let isLink = archive_entry_hardlink(entry) != nil || archive_entry_hardlink_utf8(entry) != nil
    // Not every archive says of its files that they are: ar has nothing else, rar may leave it out.
    isRegularFile =
      [0, 0o100000].contains(archive_entry_filetype(entry) & 0o170000)
      && (!isLink || archive_entry_size(entry) > 0)
    isEncrypted = archive_entry_is_encrypted(entry) != 0
  }

  private static func name(of entry: OpaquePointer?) -> String {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    if let name = archive_entry_pathname(entry) { return String(cString: name) }
    return ""
  }
}
