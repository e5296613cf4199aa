extension FilePath {
  /// With a closing NUL, as the system takes it.
  package var cString: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

  /// Where the last component begins.
  package var nameOffset: Int { (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1 }

  /// The last component.
  package var name: ArraySlice<UInt8> { bytes[nameOffset...] }

  /// The folder that it lies in; `.` for a name alone.
  package var folder: FilePath {
    let start = nameOffset
    if start == 0 { return FilePath(".") }
    return FilePath(start == 1 ? [UInt8(ascii: "/")] : Array(bytes[..<(start - 1)]))
  }

  /// Whether it is `folder` or lies below it.
  package func isWithin(_ folder: FilePath) -> Bool { bytes.isWithin(folder.bytes) }
}

extension [UInt8] {
  /// Whether the path is `folder` or lies below it.
  package func isWithin(_ folder: [UInt8]) -> Bool {
    let count = folder.last == UInt8(ascii: "/") ? folder.count - 1 : folder.count
    guard self.count >= count, self.count == count || self[count] == UInt8(ascii: "/") else {
      return false
    }
    // Paths of one folder differ at their end.
    for index in stride(from: count - 1, through: 0, by: -1) where self[index] != folder[index] {
      return false
    }
    return true
  }
}
