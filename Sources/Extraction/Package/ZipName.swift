/// Decoding of the names of zip entries.
enum ZipName {
  private static let dos = CodePage(437)

  /// Names that say so or look like it are UTF-8, all others code page 437.
  static func decode(_ bytes: [UInt8]) -> String {
    if let name = String(validating: bytes, as: UTF8.self) { return name }
    var name: [UInt8] = []
    dos.decode(bytes.span, into: &name)
    return String(decoding: name, as: UTF8.self)
  }
}
