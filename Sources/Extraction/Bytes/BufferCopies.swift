extension UnsafeMutableRawBufferPointer {
  /// Copies what fits of `rest`, which then begins behind that; returns how many bytes.
  func copy(from rest: inout UnsafeRawBufferPointer) -> Int {
    let count = Swift.min(count, rest.count)
    guard count > 0 else { return 0 }
    copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    return count
  }

  /// Copies what fits of `bytes` from `position` on, which moves behind that; returns how many bytes.
  func copy(from bytes: [UInt8], at position: inout Int) -> Int {
    bytes.withUnsafeBytes { all in
      var rest = UnsafeRawBufferPointer(rebasing: all[position...])
      let count = copy(from: &rest)
      position += count
      return count
    }
  }
}
