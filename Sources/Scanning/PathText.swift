internal import ScanModel

/// The part of a path that a scan is not given but finds, as text that can be searched.
struct PathText: Sendable {
  /// The longest first.
  private let roots: [FilePath]

  init(roots: [FilePath]) {
    self.roots = roots.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// Each name on the path below its root on a line; `_` is read as a space, as it is meant.
  func text(of path: FilePath) -> [UInt8] {
    let root = roots.first { path.isWithin($0) }
    var names = path.bytes[(root?.bytes.count ?? 0)...].drop { $0 == UInt8(ascii: "/") }
    if names.isEmpty {
      // The root is the file itself.
      names = path.name
    }
    return Self.text(ofNames: String(decoding: names, as: UTF8.self))
  }

  /// Each name of a path in an archive or mail store on a line, read as those of files are.
  static func text(ofNames names: String) -> [UInt8] {
    names.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "/"): UInt8(ascii: "\n")
      case UInt8(ascii: "_"): UInt8(ascii: " ")
      default: byte
      }
    }
  }
}
