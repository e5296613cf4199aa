/// A file in a 7z archive.
struct SevenZipEntry {
  var name = ""
  var hasContent = true
  var isDirectory = false
  /// What 7-Zip notes for Windows, with the mode of POSIX in the upper half.
  var attributes: UInt32 = 0

  /// Neither a directory nor a link or device.
  var isRegularFile: Bool {
    guard !isDirectory, attributes & 0x10 == 0 else { return false }
    guard attributes & 0x8000 != 0 else { return attributes & 0x400 == 0 }
    let kind = attributes >> 16 & 0o170000
    return kind == 0o100000 || kind == 0
  }
}
