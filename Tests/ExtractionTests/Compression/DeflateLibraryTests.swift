import CZlib
import Testing

@testable import Extraction

/// Streams that zlib packed, unpacked by each library in pieces of any length.
@Suite struct DeflateLibraryTests {
  private static let formats: [StreamInflater.Format] = [.deflate, .zlib, .gzip]

  @Test(arguments: formats)
  func `unpacks what was packed, in whatever pieces`(_ format: StreamInflater.Format) {
    var generator = SplitMix(seed: 21)
    for _ in 0..<60 {
      let text = Self.text(&generator)
      let packed = Packing(&generator).packed(text, format)
      let behind = packed + [1, 2, 3, 4, 5, 6, 7, 8, 9]
      for ways in [Ways(&generator), Ways(piece: behind.count, space: 1 << 20)] {
        for run in [
          Run(ISALInflater(format), behind, ways), Run(ZlibInflater(format), behind, ways),
        ] {
          #expect(run.status == .ended)
          #expect(run.bytes == text)
          #expect(run.used == packed.count)
        }
      }
    }
  }

  @Test(arguments: formats)
  func `of a damaged stream all is given that comes before`(_ format: StreamInflater.Format) {
    var generator = SplitMix(seed: 22)
    for _ in 0..<150 {
      var packed = Packing(&generator).packed(Self.text(&generator), format)
      packed[Int.random(in: packed.indices, using: &generator)] ^=
        1
        << UInt8.random(in: 0..<8, using: &generator)
      let ways = Ways(&generator)
      let one = Run(ISALInflater(format), packed, ways)
      let other = Run(ZlibInflater(format), packed, ways)
      // Some damages of the lengths of codes only one of them takes for such.
      let count = min(one.bytes.count, other.bytes.count)
      #expect(one.bytes.prefix(count) == other.bytes.prefix(count))
      #expect(one.bytes.count >= other.bytes.count)
      if one.status == .ended, other.status == .ended { #expect(one.bytes == other.bytes) }
    }
  }

  @Test(arguments: formats)
  func `a stream that breaks off never ends`(_ format: StreamInflater.Format) {
    var generator = SplitMix(seed: 23)
    for _ in 0..<100 {
      let text = Self.text(&generator)
      let packed = Packing(&generator).packed(text, format)
      let part = Array(packed.prefix(Int.random(in: packed.indices, using: &generator)))
      let ways = Ways(&generator)
      let one = Run(ISALInflater(format), part, ways)
      let other = Run(ZlibInflater(format), part, ways)
      #expect(one.status != .ended && other.status != .ended)
      #expect(text.starts(with: one.bytes) && text.starts(with: other.bytes))
      #expect(one.bytes.count >= other.bytes.count - 2)
    }
  }

  @Test func `goes on with the stream behind the one that ended`() {
    let packing = Packing(level: 6, strategy: Z_DEFAULT_STRATEGY)
    let first = packing.packed(Array("Jan".utf8), .gzip)
    let second = packing.packed(Array("Piet".utf8), .gzip)
    var inflater = StreamInflater(.gzip)
    var buffer = [UInt8](repeating: 0, count: 100)
    let both = first + second
    let one = buffer.withUnsafeMutableBytes { inflater.step(both.span, into: $0) }
    #expect(inflater.status == .ended && one.used == first.count)
    #expect(buffer.prefix(one.written).elementsEqual("Jan".utf8))
    inflater.restart()
    let two = buffer.withUnsafeMutableBytes {
      inflater.step(both.span.extracting(one.used...), into: $0)
    }
    #expect(inflater.status == .ended && two.used == second.count)
    #expect(buffer.prefix(two.written).elementsEqual("Piet".utf8))
  }

  /// Words that repeat, and bytes that do not.
  private static func text(_ generator: inout SplitMix) -> [UInt8] {
    let words = ["BSN 999990019", "<w:t>", "Jan de Vries; ", "\n", "postcode 1234 AB "].map {
      Array($0.utf8)
    }
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1...6000, using: &generator) {
      if Int.random(in: 0..<20, using: &generator) == 0 {
        text.append(UInt8.random(in: 0...255, using: &generator))
      } else {
        text += words.randomElement(using: &generator) ?? []
      }
    }
    return text
  }
}

/// How a text is packed.
private struct Packing {
  let level: Int32
  let strategy: Int32

  init(level: Int32, strategy: Int32) {
    self.level = level
    self.strategy = strategy
  }

  init(_ generator: inout SplitMix) {
    level = Int32.random(in: 0...9, using: &generator)
    strategy = Int32.random(in: Z_DEFAULT_STRATEGY...Z_FIXED, using: &generator)
  }

  func packed(_ text: [UInt8], _ format: StreamInflater.Format) -> [UInt8] {
    let windowBits =
      switch format {
      case .deflate: -MAX_WBITS
      case .zlib: MAX_WBITS
      case .gzip: MAX_WBITS + 16
      }
    var stream = z_stream()
    deflateInit2_(
      &stream, level, Z_DEFLATED, windowBits, 8, strategy, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = text
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(text.count))))
    input.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        _ = deflate(&stream, Z_FINISH)
      }
    }
    packed.removeLast(Int(stream.avail_out))
    return packed
  }
}

/// How long the pieces are that a stream is given in, and the buffer for what comes out.
private struct Ways {
  let piece: Int
  let space: Int

  init(piece: Int, space: Int) {
    self.piece = piece
    self.space = space
  }

  init(_ generator: inout SplitMix) {
    piece = [1, 7, 100, 5000, 70_000].randomElement(using: &generator) ?? 1
    space = [1, 50, 1000, 40_000, 300_000].randomElement(using: &generator) ?? 1
  }
}

/// What came out of a stream.
private struct Run {
  var bytes: [UInt8] = []
  var used = 0
  var status: StreamInflater.Status

  init<Library: DeflateLibrary & ~Copyable>(
    _ library: consuming Library, _ packed: [UInt8], _ ways: Ways
  ) {
    var buffer = [UInt8](repeating: 0, count: ways.space)
    while library.status == .going {
      let piece = packed[used..<min(used + ways.piece, packed.count)]
      let (taken, written) = Array(piece).withUnsafeBufferPointer { piece in
        buffer.withUnsafeMutableBytes { library.step(piece.span, into: $0) }
      }
      used += taken
      bytes += buffer.prefix(written)
      if taken == 0, written == 0 { break }
    }
    status = library.status
  }
}
