import CPFF

/// What libpff reads the bytes of an Outlook store by.
///
/// libbfio has such a handle for memory of its own, which copies as much as it is asked for, whatever
/// lies behind the end: <https://github.com/libyal/libbfio>, `libbfio_memory_range_read` of 20170123.
struct OutlookBytesHandle: ~Copyable {
  let pointer: UnsafeMutablePointer<libbfio_handle_t>
  private let bytes: UnsafeMutablePointer<OutlookBytes>

  /// `bytes` must stay where they are as long as the handle lives.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let place = UnsafeMutablePointer<OutlookBytes>.allocate(capacity: 1)
    place.initialize(to: OutlookBytes(bytes))
    var pointer: UnsafeMutablePointer<libbfio_handle_t>?
    let flags =
      LIBBFIO_FLAG_IO_HANDLE_NON_MANAGED.rawValue
      | LIBBFIO_FLAG_IO_HANDLE_CLONE_BY_REFERENCE.rawValue
    libbfio_handle_initialize(
      &pointer, UnsafeMutableRawPointer(place).assumingMemoryBound(to: Int.self),
      { _, _ in 1 },
      { _, _, _ in -1 },
      { place, _, _ in
        Self.bytes(at: place)?.pointee.isOpen = true
        return 1
      },
      { place, _ in
        Self.bytes(at: place)?.pointee.isOpen = false
        return 0
      },
      { place, buffer, count, _ in
        let buffer = UnsafeMutableRawBufferPointer(start: buffer, count: buffer == nil ? 0 : count)
        return Self.bytes(at: place)?.pointee.read(into: buffer) ?? -1
      },
      { _, _, _, _ in -1 },
      { place, distance, origin, _ in
        Int64(Self.bytes(at: place)?.pointee.seek(Int(distance), from: origin) ?? -1)
      },
      { _, _ in 1 },
      { place, _ in Self.bytes(at: place)?.pointee.isOpen == true ? 1 : 0 },
      { place, count, _ in
        count?.pointee = UInt64(Self.bytes(at: place)?.pointee.bytes.count ?? 0)
        return 1
      },
      UInt8(truncatingIfNeeded: flags), nil)
    guard let pointer else {
      place.deallocate()
      return nil
    }
    self.pointer = pointer
    self.bytes = place
  }

  deinit {
    var pointer: UnsafeMutablePointer<libbfio_handle_t>? = pointer
    libbfio_handle_free(&pointer, nil)
    bytes.deallocate()
  }

  private static func bytes(
    at place: UnsafeMutablePointer<Int>?
  ) -> UnsafeMutablePointer<OutlookBytes>? {
    UnsafeMutableRawPointer(place)?.assumingMemoryBound(to: OutlookBytes.self)
  }
}
