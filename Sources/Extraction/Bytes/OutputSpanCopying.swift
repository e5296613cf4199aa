extension OutputSpan<UInt8> {
  /// Appends the bytes of `span`, for which there must be room.
  @inline(__always)
  mutating func append(copying span: Span<UInt8>) {
    precondition(span.count <= freeCapacity)
    withUnsafeMutableBufferPointer { bytes, initializedCount in
      span.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(bytes)[initializedCount...]
        )
        .copyMemory(from: source)
      }
      initializedCount &+= span.count
    }
  }
}
