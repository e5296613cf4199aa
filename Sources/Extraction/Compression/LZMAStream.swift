import CLZMA
import ScanModel

/// The content of a stream that is packed with LZMA or LZMA2, or changed by one of their filters.
///
/// Works in the thread that reads; the dictionary is all that takes memory.
final class LZMAStream: UnpackingStream {
  private let state = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)
  private let input: PackedInput
  /// The bytes that are still to come; nil where the stream says itself where it ends.
  private var restByteCount: Int?
  private var isOpen = false
  private(set) var failure: PartialReason?

  /// `byteCount` is what the stream unpacks to; nil where a mark ends it.
  init(_ filters: [LZMAFilter], byteCount: Int?, from stream: any UnpackingStream) {
    input = PackedInput(stream)
    restByteCount = byteCount
    state.initialize(to: lzma_stream())
    switch LZMAStream.open(state, filters) {
    case LZMA_OK: isOpen = true
    case LZMA_MEM_ERROR, LZMA_MEMLIMIT_ERROR: failure = .memory
    default: failure = .unsupportedMembers
    }
  }

  deinit {
    lzma_end(state)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let capacity = min(buffer.count, restByteCount ?? .max)
    guard isOpen, capacity > 0 else { return 0 }
    state.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    state.pointee.avail_out = capacity
    while isOpen, state.pointee.avail_out > 0 { decodeMore() }
    let count = capacity - state.pointee.avail_out
    if let restByteCount { self.restByteCount = restByteCount - count }
    return count
  }

  private func decodeMore() {
    input.fill()
    let room = state.pointee.avail_out
    state.pointee.next_in = input.unread.bindMemory(to: UInt8.self).baseAddress
    state.pointee.avail_in = input.unread.count
    let result = lzma_code(state, input.isAtEnd ? LZMA_FINISH : LZMA_RUN)
    let isStuck = input.isAtEnd && state.pointee.avail_out == room
    input.take(input.unread.count - state.pointee.avail_in)
    switch result {
    case LZMA_OK, LZMA_BUF_ERROR:
      if isStuck { stop(input.failure ?? .malformed) }
    case LZMA_STREAM_END: stop(nil)
    case LZMA_MEM_ERROR: stop(.memory)
    default: stop(.malformed)
    }
  }

  private func stop(_ reason: PartialReason?) {
    failure = reason
    isOpen = false
  }

  private static func open(
    _ state: UnsafeMutablePointer<lzma_stream>, _ filters: [LZMAFilter]
  ) -> lzma_ret {
    var packing = lzma_options_lzma()
    var delta = lzma_options_delta()
    return withUnsafeMutablePointer(to: &packing) { packing in
      withUnsafeMutablePointer(to: &delta) { delta in
        var chain: [lzma_filter] = []
        for filter in filters {
          switch filter {
          case .lzma(let properties, let dictionaryByteCount):
            packing.pointee.set(properties: properties)
            packing.pointee.dict_size = UInt32(clamping: max(dictionaryByteCount, 4096))
            chain.append(lzma_filter(id: 0x4000_0000_0000_0001, options: packing))
          case .lzma2(let dictionaryByteCount):
            packing.pointee.dict_size = UInt32(clamping: max(dictionaryByteCount, 4096))
            chain.append(lzma_filter(id: 0x21, options: packing))
          case .delta(let distance):
            delta.pointee.type = LZMA_DELTA_TYPE_BYTE
            delta.pointee.dist = UInt32(clamping: distance)
            chain.append(lzma_filter(id: 0x03, options: delta))
          case .branches(let processor):
            chain.append(lzma_filter(id: processor, options: nil))
          }
        }
        // The end of the list.
        chain.append(lzma_filter(id: .max, options: nil))
        return lzma_raw_decoder(state, chain)
      }
    }
  }
}

extension lzma_options_lzma {
  /// Source: LZMA specification, lclppb; numbers that are too large are refused by liblzma.
  fileprivate mutating func set(properties: UInt8) {
    lc = UInt32(properties % 9)
    lp = UInt32(properties / 9 % 5)
    pb = UInt32(properties / 45)
  }
}
