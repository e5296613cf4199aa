extension Collection<[UInt8]> {
  /// Those that are not empty, with `separator` between them.
  func joined(by separator: String) -> [UInt8] {
    Array(filter { !$0.isEmpty }.joined(separator: Array(separator.utf8)))
  }
}
