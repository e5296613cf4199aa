/// A text whose second part repeats its first from further back than deflate can reach.
enum NumberedLines {
  static var text: String {
    let lines = (0..<6000).map { "regel " + String(100_000 + $0).dropFirst() }
    return (lines + lines.prefix(5000)).map { $0 + "\n" }.joined()
  }
}
