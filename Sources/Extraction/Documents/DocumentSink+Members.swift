package import ContentTypes
internal import Cryptography
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
    if let failure = head.fill(from: &source, upTo: ContentType.headByteCount) {
      return takeWhole(head, endingWith: failure)
    }
    let type = ContentType.detect(
      head: head.span, isWhole: head.count < ContentType.headByteCount)
    if case .text(let form, let encoding) = type, !DocumentExtractor.reads(form) {
      let hash = SourceHash(behind: head, isWanted: makesDigests)
      let kept = KeptBytes(behind: head)
      let observed = ObservedSource(source) { bytes in
        hash.add(bytes)
        kept.add(bytes)
      }
      let outcome = takeBlocks(
        form, encoding, head: head, rest: observed, all: { kept.bytes })
      if outcome == .complete { take(hash) }
      return endMember(MemberOutcome(outcome), contentType: type.id)
    }
    // Whether an archive lies behind a program, its own first bytes do not tell.
    let isBlank = type == .binary(.unknown) && head.span.isBlank
    guard DocumentExtractor.reads(type) || type.isProgram || isBlank else {
      if type != .empty, wantsDigest { takeDigest(of: source, behind: head) }
      return endMember(type == .empty ? .complete : .unsupportedType, contentType: type.id)
    }
    let limit = context.limits.bytesInMemory
    let failure = head.fill(from: &source, upTo: limit + 1)
    guard head.count <= limit else { return endMember(.partial(.limit), contentType: type.id) }
    takeWhole(head, endingWith: failure)
  }

  /// Reads a member that is in memory, as far as it could be had; `failure` says why that is not all.
  package mutating func takeMember(
    at parts: [DocumentPart], bytes: [UInt8], endingWith failure: PartialReason? = nil
  ) {
    guard context.spendEntry(), context.enter() else { return miss(.limit, at: parts) }
    defer { context.leave() }
    beginMember(at: parts)
    takeWhole(bytes, endingWith: failure)
  }

  /// Reads a value in a document as a member, or for the runs of text in it where no reader knows it and
  /// nothing says that it is a document; false in that case.
  @discardableResult
  mutating func takeValue(
    _ value: Span<UInt8>, at parts: [DocumentPart], isDocument: Bool = false
  ) -> Bool {
    guard value.count <= context.limits.bytesInMemory else {
      miss(.limit, at: parts)
      return true
    }
    let type = ContentType.ofWhole(value)
    var isRead = isDocument || DocumentExtractor.reads(type)
    if case .text = type { isRead = true }
    guard isRead else {
      takeRuns(of: value)
      return value.isBlank
    }
    var bytes: [UInt8] = []
    bytes.append(value, value.indices)
    takeMember(at: parts, bytes: bytes)
    return true
  }

  /// Reads the open member, all bytes of which are here, and ends it.
  private mutating func takeWhole(_ bytes: [UInt8], endingWith failure: PartialReason?) {
    let type = ContentType.ofWhole(bytes.span)
    let outcome: MemberOutcome
    switch type {
    case .empty: outcome = .complete
    case .text(let form, let encoding) where !DocumentExtractor.reads(form):
      outcome = MemberOutcome(
        takeBlocks(form, encoding, head: bytes, rest: MemorySource([]), all: { bytes }))
    case _ where DocumentExtractor.reads(type):
      outcome = MemberOutcome(DocumentExtractor.extract(type, bytes.span, into: &self))
    // What Office has taken out of a document, it overwrites.
    case .binary(.unknown) where bytes.span.isBlank: outcome = .complete
    default: outcome = .unsupportedType
    }
    if failure == nil, !bytes.isEmpty, wantsDigest, let digest = ContentHasher.digest(of: bytes) {
      takeDigest(digest, ofByteCount: bytes.count)
    }
    let isUnread = failure != nil && bytes.isEmpty
    endMember(
      failure.map { .partial($0) } ?? outcome, contentType: isUnread ? "" : type.id)
  }

  private mutating func take(_ hash: SourceHash) {
    if wantsDigest, let digest = hash.digest {
      takeDigest(digest, ofByteCount: hash.byteCount)
    }
  }

  /// The digest of a member that no reader knows, where it can be read to its end.
  private mutating func takeDigest(
    of source: consuming some ByteSource & ~Copyable, behind head: [UInt8]
  ) {
    let hash = SourceHash(behind: head, isWanted: true)
    var hashed = ObservedSource(source) { hash.add($0) }
    do throws(ReadFailure) {
      try hashed.drain()
      take(hash)
    } catch {
      return
    }
  }

  /// Reads a text that is in memory and whose form and encoding are known, as a text at `parts`; of a
  /// fragment nobody expects that it is well-formed.
  package mutating func takeText(
    _ form: TextForm, _ encoding: TextEncoding, _ bytes: [UInt8], at parts: [DocumentPart],
    isFragment: Bool = false
  ) {
    let outcome = takeBlocks(
      form, encoding, head: bytes, rest: MemorySource([]), at: parts, all: { bytes })
    guard case .partial(let reason) = outcome, !(isFragment && reason == .malformed) else { return }
    miss(reason, at: parts)
  }

  /// Reads texts with their names as one text at `parts`; where there are none, nothing.
  mutating func takeTexts(
    _ texts: [(text: [UInt8], name: [UInt8])], at parts: [DocumentPart]
  ) {
    guard !texts.isEmpty else { return }
    beginText(at: parts)
    var document = DocumentText()
    for (text, name) in texts {
      document.add(text, named: name)
      document.pushIfDue(into: &self)
    }
    document.finish(into: &self)
    endText()
  }

  /// Reads what stands between separators as the paragraphs of one text at `parts`; where there is
  /// nothing, no text.
  mutating func takeParagraphs(
    of text: [UInt8], separator: UInt8, at parts: [DocumentPart]
  ) {
    guard !text.isEmpty else { return }
    beginText(at: parts)
    var document = DocumentText()
    for paragraph in text.split(separator: separator) {
      document.addParagraph(Array(paragraph))
      document.pushIfDue(into: &self)
    }
    document.finish(into: &self)
    endText()
  }

  /// Reads a text, and behind it the documents written out in it; `all` gives its bytes, if they are
  /// there.
  private mutating func takeBlocks(
    _ form: TextForm, _ encoding: TextEncoding, head: [UInt8],
    rest: consuming some ByteSource & ~Copyable, at parts: [DocumentPart] = [],
    all: () -> [UInt8]?
  ) -> ExtractionOutcome {
    beginText(at: parts)
    var extractor = TextExtractor()
    let outcome: ExtractionOutcome
    do throws(ReadFailure) {
      outcome = try extractor.extract(
        form: form, encoding: encoding, head: head, rest: rest, into: &self)
    } catch {
      outcome = .partial(error.reason)
    }
    endText()
    guard extractor.hasEncodedDocuments else { return outcome }
    guard let bytes = all() else { return .partial(.encodedParts) }
    let documents = EncodedDocuments.extract(form, encoding, bytes.span, into: &self)
    return outcome == .complete ? documents : outcome
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

extension Span<UInt8> {
  /// Whether it holds nothing but zeros and bytes of all bits, so no text in any encoding.
  fileprivate var isBlank: Bool {
    for index in indices where self[index] &+ 1 > 1 { return false }
    return true
  }
}

extension [UInt8] {
  /// Appends what `source` holds until there are `limit` bytes, or it ends; returns why it broke off,
  /// where it did.
  fileprivate mutating func fill(
    from source: inout some ByteSource & ~Copyable, upTo limit: Int
  ) -> PartialReason? {
    do throws(ReadFailure) {
      while count < limit {
        let byteCount = Swift.min(
          limit - count, Swift.max(64 << 10, Swift.min(count, 16 << 20)))
        if try append(from: &source, byteCount: byteCount) == 0 { return nil }
      }
      return nil
    } catch {
      return error.reason
    }
  }
}
