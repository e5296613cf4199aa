/// Bytes that lie in memory that somebody else holds, in one piece or several.
struct ExtentSource: ByteSource, ~Copyable {
  private let memory: UnsafeRawBufferPointer
  private var extents: ArraySlice<Range<Int>>

  /// `memory` must stay where it is as long as this is read; `extents` lie within it.
  init(_ memory: UnsafeRawBufferPointer, _ extents: [Range<Int>]) {
    self.memory = memory
    self.extents = extents[...]
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    while let extent = extents.first {
      guard !extent.isEmpty else {
        extents.removeFirst()
        continue
      }
      var rest = UnsafeRawBufferPointer(rebasing: memory[extent])
      let count = buffer.copy(from: &rest)
      extents[extents.startIndex] = extent.lowerBound + count..<extent.upperBound
      return count
    }
    return 0
  }
}
