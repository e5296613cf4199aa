/// The paths of a book, which are written as links.
enum EPUBPath {
  /// The path of the entry that `link` in a file of `folder` leads to.
  static func resolve(_ link: String, in folder: some StringProtocol) -> String {
    var steps: [Substring] = []
    let target = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let decoded = percentDecoded(String(target))
    let path = decoded.hasPrefix("/") ? decoded : folder + decoded
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  private static func percentDecoded(_ link: String) -> String {
    let bytes = Array(link.utf8)
    var decoded: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count,
        let high = bytes[position + 1].hexadecimalValue,
        let low = bytes[position + 2].hexadecimalValue
      {
        decoded.append(UInt8(truncatingIfNeeded: high << 4 | low))
        position += 3
      } else {
        decoded.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
