import ContentTypes

/// The blocks of a file of memos, and the memos that lie in them.
///
/// A memo begins at a block and takes as many as it needs; blocks in which none begins are passed over, and
/// what is left in them (`rest`) is read for runs of text.
struct DBaseMemoBlocks {
  /// From so many bytes of text the encoding of all is told.
  private static let sampleByteCount = 64 << 10
  private static let endOfText: UInt8 = 0x1A

  private let form: DBaseMemoForm
  private let blockLength: Int
  /// Where the first block lies.
  let start: Int

  init(_ form: DBaseMemoForm) {
    self.form = form
    blockLength = form.blockLength
    start = form.start
  }

  /// Whether a block or more is missing of what the header tells to be taken.
  func isCut(_ bytes: Span<UInt8>) -> Bool {
    let order: ByteOrder = if case .foxPro = form { .big } else { .little }
    let blockCount = bytes.integer(at: 0, byteCount: 4, order) ?? 0
    return blockCount * blockLength - bytes.count >= blockLength
  }

  /// The next memo from `position` on, which goes to the first block behind it; nil where there is none.
  func memo(_ bytes: Span<UInt8>, at position: inout Int) -> DBaseMemo? {
    while position < bytes.count {
      let block = position
      let memo = memo(bytes, inBlockAt: block)
      let used = max(1, (memo?.text.upperBound ?? block) - block)
      position = block + (used + blockLength - 1) / blockLength * blockLength
      if let memo, !memo.text.isEmpty { return memo }
    }
    return nil
  }

  /// The code page of the memos, of which the table alone knows the name.
  func codePage(_ bytes: Span<UInt8>) -> CodePage {
    var sample: [UInt8] = []
    var position = start
    while sample.count < Self.sampleByteCount, let memo = memo(bytes, at: &position) {
      guard !memo.isObject else { continue }
      for index in memo.text.prefix(Self.sampleByteCount) where bytes[index] != 0 {
        sample.append(bytes[index])
      }
      sample.append(UInt8(ascii: "\n"))
    }
    return CodePage(likelyFor: sample)
  }

  /// What lies outside of all memos: ends of longer ones that were here before, blocks given back.
  func rest(_ bytes: Span<UInt8>) -> [UInt8] {
    var rest: [UInt8] = []
    var position = start
    var end = start
    while let memo = memo(bytes, at: &position) {
      rest.append(filled: bytes, end..<headStart(of: memo))
      end = memo.text.upperBound
    }
    rest.append(filled: bytes, min(end, bytes.count)..<bytes.count)
    return rest
  }

  private func headStart(of memo: DBaseMemo) -> Int {
    form == .dBase3 ? memo.text.lowerBound : memo.text.lowerBound - 8
  }

  private func memo(_ bytes: Span<UInt8>, inBlockAt block: Int) -> DBaseMemo? {
    let length: Int
    var isObject = false
    switch form {
    case .dBase3: return text(bytes, inBlockAt: block)
    case .dBase4:
      guard bytes.littleUInt32(at: block) == 0x0008_FFFF,
        let stated = bytes.littleUInt32(at: block + 4), stated >= 8
      else { return nil }
      length = stated - 8
    case .foxPro:
      guard let kind = bytes.integer(at: block, byteCount: 4, .big), kind < 3,
        let stated = bytes.integer(at: block + 4, byteCount: 4, .big), stated > 0,
        // A block in which nothing begins looks like a picture without an end.
        kind > 0 || stated <= bytes.count - block - 8
      else { return nil }
      isObject = kind != 1
      length = stated
    }
    let start = block + 8
    let end = min(start + length, bytes.count)
    return DBaseMemo(
      number: block / blockLength, text: start..<end, isObject: isObject,
      isCut: length > bytes.count - start)
  }

  /// The text in blocks of dBase III, which ends at its mark.
  private func text(_ bytes: Span<UInt8>, inBlockAt block: Int) -> DBaseMemo? {
    guard bytes[block] != 0 else { return nil }
    let end = bytes.position(of: Self.endOfText, in: block..<bytes.count)
    return DBaseMemo(
      number: block / blockLength, text: block..<end, isObject: false, isCut: end == bytes.count)
  }
}

extension [UInt8] {
  /// Appends a range, and a line end behind it, unless it holds nothing but zeros.
  fileprivate mutating func append(filled bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.contains(where: { bytes[$0] != 0 && bytes[$0] != 0x1A && bytes[$0] != 0x20 }) else {
      return
    }
    append(bytes, range)
    append(UInt8(ascii: "\n"))
  }
}
