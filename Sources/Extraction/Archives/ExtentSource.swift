/// A member whose bytes lie in the memory of its container, in one piece or several.
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
      let count = min(buffer.count, extent.count)
      buffer.copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: memory[extent.lowerBound..<extent.lowerBound + count]))
      extents[extents.startIndex] = extent.lowerBound + count..<extent.upperBound
      return count
    }
    return 0
  }
}
