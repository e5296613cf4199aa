import CISAL

/// Unpacks by ISA-L, three times as fast as zlib on the processors of x86-64.
///
/// Of a stream that breaks off it may leave out the last two bytes, which it unpacks together with what
/// would follow. Source: igzip_lib.h.
struct ISALInflater: DeflateLibrary, ~Copyable {
  private let state: UnsafeMutablePointer<inflate_state>
  private let format: StreamInflater.Format
  private var head: Head
  /// Why nothing is unpacked any more, while what was unpacked before is still handed out.
  private var isFailing = false
  private(set) var status = StreamInflater.Status.going

  /// What stands before the deflated bytes and was not read to its end.
  private enum Head {
    case none
    case zlib(isal_zlib_header)
    case gzip(isal_gzip_header)
  }

  init(_ format: StreamInflater.Format) {
    self.format = format
    state = .allocate(capacity: 1)
    head = .none
    begin()
  }

  deinit {
    state.deallocate()
  }

  mutating func restart() {
    begin()
  }

  private mutating func begin() {
    isal_inflate_init(state)
    switch format {
    case .deflate:
      state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
      head = .none
    case .zlib:
      state.pointee.crc_flag = UInt32(ISAL_ZLIB_NO_HDR_VER)
      head = .zlib(isal_zlib_header())
    case .gzip:
      state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR_VER)
      var header = isal_gzip_header()
      isal_gzip_header_init(&header)
      head = .gzip(header)
    }
    isFailing = false
    status = .going
  }

  mutating func step(
    _ piece: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> (used: Int, written: Int) {
    guard status == .going else { return (0, 0) }
    if isFailing { return (0, handOut(into: buffer)) }
    piece.withUnsafeBufferPointer { input in
      state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      state.pointee.avail_in = UInt32(piece.count)
      state.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
      state.pointee.avail_out = UInt32(buffer.count)
      if readHead() { unpack() }
    }
    var used = piece.count - Int(state.pointee.avail_in)
    // What was taken ahead of the end, in whole bytes.
    if status == .ended { used -= Int(state.pointee.read_in_length) / 8 }
    return (used, buffer.count - Int(state.pointee.avail_out))
  }

  /// Whether the deflated bytes have begun.
  private mutating func readHead() -> Bool {
    let result: Int32
    switch head {
    case .none: return true
    case .zlib(var header):
      result = isal_read_zlib_header(state, &header)
      head = .zlib(header)
      if result == ISAL_DECOMP_OK, header.dict_flag != 0 { status = .broken }
    case .gzip(var header):
      result = isal_read_gzip_header(state, &header)
      head = .gzip(header)
    }
    if result < 0 { status = .broken }
    guard result == ISAL_DECOMP_OK, status == .going else { return false }
    head = .none
    return true
  }

  private mutating func unpack() {
    let result = isal_inflate(state)
    if result < 0 {
      isFailing = true
      if waitingCount == 0 { status = .broken }
    } else if state.pointee.block_state == ISAL_BLOCK_FINISH {
      status = .ended
    }
  }

  private var waitingCount: Int {
    Int(state.pointee.tmp_out_valid) - Int(state.pointee.tmp_out_processed)
  }

  /// Copies what was unpacked before the stream proved to be broken.
  private mutating func handOut(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, waitingCount)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(start: isal_waiting_output(state), count: count))
    state.pointee.tmp_out_processed += Int32(count)
    if waitingCount == 0 { status = .broken }
    return count
  }
}
