import ScanModel

/// Unpacks the folders of a 7z archive.
struct SevenZipDecoder {
  /// What is unpacked to see whether a password is right.
  private static let trialByteCount = 1 << 20

  /// The whole archive, which stays where it is.
  let bytes: UnsafeRawBufferPointer
  let context: ExtractionContext
  let keys: SevenZipKeys

  init(_ bytes: UnsafeRawBufferPointer, _ context: ExtractionContext) {
    self.bytes = bytes
    self.context = context
    keys = SevenZipKeys(context)
  }

  /// The content of a folder, decrypted with the password that fits.
  ///
  /// `beginnings` are the first two bytes that it can have, where that is known: not every header has a
  /// checksum.
  func content(
    of folder: SevenZipFolder, beginnings: [[UInt8]] = []
  ) throws(ReadFailure) -> any UnpackingStream {
    guard folder.isEncrypted else { return try stream(of: folder, password: nil) }
    for password in keys.order {
      guard fits(try stream(of: folder, password: password), folder, beginnings) else {
        continue
      }
      keys.prefer(password)
      return try stream(of: folder, password: password)
    }
    // Also what no password would help is told.
    _ = try stream(of: folder, password: nil)
    throw ReadFailure(.encrypted)
  }

  /// Whether the first file of the folder comes out as it should, as far as it is looked at.
  private func fits(
    _ stream: any UnpackingStream, _ folder: SevenZipFolder, _ beginnings: [[UInt8]]
  ) -> Bool {
    guard let first = folder.substreams.first(where: { $0.byteCount > 0 }) else { return true }
    // Without packing only the checksum tells.
    let isPacked = folder.coders.contains { $0.method != .aes && $0.method != .copy }
    let byteLimit = isPacked ? Self.trialByteCount : context.limits.bytesInMemory
    var rest = min(first.byteCount, byteLimit)
    var checksum = Checksum32()
    var isFirst = true
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    while rest > 0 {
      let count = stream.read(
        into: UnsafeMutableRawBufferPointer(rebasing: piece[..<min(rest, piece.count)]))
      guard count > 0 else { return false }
      if isFirst, !beginnings.isEmpty,
        !beginnings.contains(where: { piece[..<count].starts(with: $0) })
      {
        return false
      }
      isFirst = false
      checksum.add(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      rest -= count
    }
    guard first.byteCount <= byteLimit, let expected = first.checksum else { return true }
    return checksum.value == expected
  }

  private func stream(
    of folder: SevenZipFolder, password: Int?
  ) throws(ReadFailure) -> any UnpackingStream {
    guard let output = folder.lastOutput else { throw ReadFailure(.malformed) }
    var chain: [(SevenZipFolder.Coder, byteCount: Int)] = []
    var next = output
    var dictionaryByteCount = 0
    while true {
      guard let (coder, input) = folder.coder(ofOutput: next) else {
        throw ReadFailure(.unsupportedMembers)
      }
      let byteCount = folder.byteCounts[next]
      chain.append((coder, byteCount))
      dictionaryByteCount += try coder.dictionaryByteCount(for: byteCount)
      guard dictionaryByteCount <= XZHeader.dictionaryLimit else { throw ReadFailure(.limit) }
      guard let bond = folder.bonds[input] else {
        guard let index = folder.packedInputs.firstIndex(of: input), index < folder.packed.count
        else { throw ReadFailure(.malformed) }
        var stream: any UnpackingStream = MemoryStream(
          UnsafeRawBufferPointer(rebasing: bytes[folder.packed[index]]))
        for (coder, byteCount) in chain.reversed() {
          stream = try undo(coder, byteCount: byteCount, password: password, stream)
        }
        return stream
      }
      // Coders that feed each other in a circle.
      guard chain.count < folder.coders.count else { throw ReadFailure(.malformed) }
      next = bond
    }
  }

  private func undo(
    _ coder: SevenZipFolder.Coder, byteCount: Int, password: Int?, _ stream: any UnpackingStream
  ) throws(ReadFailure) -> any UnpackingStream {
    switch coder.method {
    case .copy: stream
    case .lzma:
      LZMAStream(
        [
          .lzma(
            properties: coder.properties.first ?? 0,
            dictionaryByteCount: try coder.dictionaryByteCount(for: byteCount))
        ], byteCount: byteCount, from: stream)
    case .lzma2:
      LZMAStream(
        [.lzma2(dictionaryByteCount: try coder.dictionaryByteCount(for: byteCount))],
        byteCount: byteCount, from: stream)
    case .delta:
      LZMAStream(
        [.delta(distance: Int(coder.properties.first ?? 0) + 1), .lzma2(dictionaryByteCount: 0)],
        byteCount: byteCount, from: UnchangedLZMA2(stream))
    case .branches(let processor):
      LZMAStream(
        [.branches(processor), .lzma2(dictionaryByteCount: 0)], byteCount: byteCount,
        from: UnchangedLZMA2(stream))
    case .deflate: InflatingStream(stream)
    case .deflate64: Inflating64Stream(stream)
    case .bzip2: FilterStream(.bzip2, stream, context: context)
    case .zstd: FilterStream(.zstd, stream, context: context)
    case .aes: try decrypt(coder, password: password, stream)
    case .ppmd: try unpackPPMd(coder, byteCount: byteCount, stream)
    case .branches2, .unknown: throw ReadFailure(.unsupportedMembers)
    }
  }

  /// PPMd takes all of the content that it is to unpack, in an archive of its own.
  private func unpackPPMd(
    _ coder: SevenZipFolder.Coder, byteCount: Int, _ stream: any UnpackingStream
  ) throws(ReadFailure) -> any UnpackingStream {
    var packed: [UInt8] = []
    let input = PackedInput(stream)
    while packed.count <= context.limits.bytesInMemory {
      let piece = input.nextPiece()
      guard !piece.isEmpty else {
        if let failure = input.failure { throw ReadFailure(failure) }
        return FilterStream(
          .sevenZip,
          of: PackedArchive.sevenZip(packed, properties: coder.properties, byteCount: byteCount),
          context: context)
      }
      packed.append(contentsOf: piece)
    }
    throw ReadFailure(.limit)
  }

  private func decrypt(
    _ coder: SevenZipFolder.Coder, password: Int?, _ stream: any UnpackingStream
  ) throws(ReadFailure) -> any UnpackingStream {
    guard let password else { return stream }
    var start: [UInt8] = []
    guard let settings = SevenZipKeys.Settings(coder.properties, start: &start) else {
      throw ReadFailure(.malformed)
    }
    let key = try keys.key(ofPassword: password, settings)
    guard let decrypted = AESStream(key: key, start: start, from: stream) else {
      throw ReadFailure(.malformed)
    }
    return decrypted
  }
}

extension SevenZipFolder.Coder {
  /// The memory that unpacking to `byteCount` bytes takes: of a larger dictionary no more is used.
  fileprivate func dictionaryByteCount(for byteCount: Int) throws(ReadFailure) -> Int {
    switch method {
    case .lzma:
      guard properties.count >= 5 else { throw ReadFailure(.malformed) }
      return min(Int(properties.span.littleEndian32(at: 1)), byteCount)
    case .lzma2:
      guard let property = properties.first, property <= 40 else { throw ReadFailure(.malformed) }
      return min(XZHeader.dictionaryByteCount(ofLZMA2: property), byteCount)
    case .ppmd:
      guard properties.count == 5 else { throw ReadFailure(.malformed) }
      return Int(properties.span.littleEndian32(at: 1))
    default: return 0
    }
  }
}
