package import ContentTypes
package import ScanModel

extension DocumentSink where Self: ~Copyable {
  /// Reads a member the way a file is read, one level deeper.
  ///
  /// Text goes through as it comes; any other document is held in memory, up to the limit for that.
  package mutating func takeMember(
    at parts: [DocumentPart], from source: consuming some ByteSource & ~Copyable
  ) {
    guard context.spendEntry(), context.enter() else { return miss(.limit, at: parts) }
    defer { context.leave() }
    beginMember(at: parts)
    var source = source
    var head: [UInt8] = []
    do throws(ReadFailure) {
      try head.fill(from: &source, upTo: ContentType.headByteCount)
    } catch {
      return endMember(.partial(.readError), contentType: "")
    }
    let type = ContentType.detect(
      head: head.span, isWhole: head.count < ContentType.headByteCount)
    switch type {
    case .empty:
      endMember(.complete, contentType: type.id)
    case .text(let form, let encoding) where !DocumentExtractor.reads(form):
      let outcome = takeBlocks(form, encoding, head: head, rest: source)
      endMember(MemberOutcome(outcome), contentType: type.id)
    case _ where DocumentExtractor.reads(type):
      let outcome = takeDocument(type, head: &head, rest: source)
      endMember(MemberOutcome(outcome), contentType: type.id)
    default:
      endMember(.unsupportedType, contentType: type.id)
    }
  }

  /// Reads a member that is in memory.
  package mutating func takeMember(at parts: [DocumentPart], bytes: [UInt8]) {
    takeMember(at: parts, from: MemorySource(bytes))
  }

  /// Reads a text that is in memory and whose form and encoding are known, as a text at `parts`.
  package mutating func takeText(
    _ form: TextForm, _ encoding: TextEncoding, _ bytes: [UInt8], at parts: [DocumentPart]
  ) {
    beginText(at: parts)
    var extractor = TextExtractor()
    let outcome: ExtractionOutcome
    do throws(ReadFailure) {
      outcome = try extractor.extract(
        form: form, encoding: encoding, head: bytes, rest: MemorySource([]), into: &self)
    } catch {
      outcome = .partial(.readError)
    }
    endText()
    if case .partial(let reason) = outcome { miss(reason, at: parts) }
  }

  private mutating func takeBlocks(
    _ form: TextForm, _ encoding: TextEncoding, head: [UInt8],
    rest: consuming some ByteSource & ~Copyable
  ) -> ExtractionOutcome {
    beginText(at: [])
    defer { endText() }
    var extractor = TextExtractor()
    do throws(ReadFailure) {
      return try extractor.extract(
        form: form, encoding: encoding, head: head, rest: rest, into: &self)
    } catch {
      return .partial(.readError)
    }
  }

  private mutating func takeDocument(
    _ type: ContentType, head: inout [UInt8], rest: consuming some ByteSource & ~Copyable
  ) -> ExtractionOutcome {
    var rest = rest
    let limit = context.limits.bytesInMemory
    do throws(ReadFailure) {
      try head.fill(from: &rest, upTo: limit + 1)
    } catch {
      return .partial(.readError)
    }
    guard head.count <= limit else { return .partial(.limit) }
    return DocumentExtractor.extract(type, head.span, into: &self)
  }
}

extension MemberOutcome {
  init(_ outcome: ExtractionOutcome) {
    switch outcome {
    case .complete: self = .complete
    case .partial(let reason): self = .partial(reason)
    }
  }
}

extension [UInt8] {
  /// Appends what `source` holds until there are `limit` bytes, or it ends.
  fileprivate mutating func fill(
    from source: inout some ByteSource & ~Copyable, upTo limit: Int
  ) throws(ReadFailure) {
    while count < limit {
      let byteCount = Swift.min(limit - count, Swift.max(64 << 10, Swift.min(count, 16 << 20)))
      if try append(from: &source, byteCount: byteCount) == 0 { return }
    }
  }
}
