internal import ContentTypes
internal import Evidence
internal import Extraction
internal import Glibc
internal import Isolation
internal import Matching
internal import ScanModel

/// The way of a document in a worker: extractor → text → match → evidence → finding.
struct DocumentScanner: ~Copyable {
  private static let batchCount = 256

  private(set) var context: ExtractionContext
  private var search: TextSearch
  /// Findings, in batches; and a sign of life with the bytes that were unpacked so far.
  private let deliver: ([Finding]) -> Void
  private let goOn: (Int) -> Void
  private var end = DocumentEnd()
  /// The way from the file to the innermost open member, and where each of the members begins in it.
  private var way: [DocumentPart] = []
  private var depths: [Int] = []
  /// The way to the member whose name was searched last; what is missed of it needs no second search.
  private var namedWay: [DocumentPart] = []
  private var hasText = false
  private let digests: DigestScope
  /// The kinds of terms, of which a finding asks for the digest of the member that it lies in.
  private let termKinds: Set<String>
  /// Terms found in the document so far, and as many when each of the open members began.
  private var termCount = 0
  private var earlierTermCounts: [Int] = []
  private var contents: [MemberContent] = []
  private let deliverContents: ([MemberContent]) -> Void

  init(
    _ patterns: CompiledPatterns, _ vocabulary: Vocabulary, context: ExtractionContext,
    digests: DigestScope = .none, deliver: @escaping ([Finding]) -> Void,
    deliverContents: @escaping ([MemberContent]) -> Void = { _ in },
    goOn: @escaping (Int) -> Void
  ) {
    self.digests = digests
    termKinds = Set(patterns.terms?.terms.map(\.kind) ?? [])
    self.deliverContents = deliverContents
    self.context = context
    self.deliver = deliver
    self.goOn = goOn
    search = TextSearch(patterns, vocabulary, reporting: .reportedKinds, board: nil)
  }

  /// Reads a document; its findings are delivered before it returns.
  mutating func scan(
    _ bytes: Span<UInt8>, log: [UInt8], as reading: DocumentRequest.Reading
  ) -> DocumentEnd {
    end = DocumentEnd()
    way.removeAll()
    depths.removeAll()
    namedWay.removeAll()
    hasText = false
    termCount = 0
    earlierTermCounts.removeAll()
    context.begin(byteCount: bytes.count)
    switch reading {
    case .document:
      let type = ContentType.ofWhole(bytes)
      let outcome = DocumentExtractor.extract(type, bytes, log: log, into: &self)
      if case .partial(let reason) = outcome { note(reason) }
      end.isUnread = !hasText && end.members.examinedCount == 0
      if outcome == .partial(.malformed) { DocumentExtractor.extractRawText(bytes, into: &self) }
    case .runsOfText:
      DocumentExtractor.extractRawText(bytes, into: &self)
      DocumentExtractor.extractDeflatedText(bytes, into: &self)
    case .encodedDocuments:
      let outcome = EncodedDocuments.extract(bytes, into: &self)
      if case .partial(let reason) = outcome { note(reason) }
    }
    deliverContents(atLeast: 1)
    if !end.stoppedPatterns.isEmpty { note(.patternStopped) }
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    end.residentByteCount = Int(usage.ru_maxrss) << 10
    return end
  }

  /// Keeps the reason, unless one that weighs more is known.
  private mutating func note(_ reason: PartialReason) {
    if (end.reason?.weight ?? 0) < reason.weight { end.reason = reason }
  }

  private mutating func deliverFindings(atLeast count: Int) {
    guard search.weigher.findings.count >= count else { return }
    countTerms()
    deliver(search.weigher.findings)
    search.weigher.findings.removeAll(keepingCapacity: true)
  }

  private mutating func countTerms() {
    guard digests != .none else { return }
    for finding in search.weigher.findings where termKinds.contains(finding.kind) { termCount += 1 }
  }

  private mutating func deliverContents(atLeast count: Int) {
    guard contents.count >= count else { return }
    deliverContents(contents)
    contents.removeAll(keepingCapacity: true)
  }
}

extension DocumentScanner: DocumentSink {
  var isCancelled: Bool { false }

  mutating func beginText(at parts: [DocumentPart]) {
    search.begin(isLarge: false, at: way + parts)
  }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    hasText = true
    _ = search.take(text, layout: layout)
    deliverFindings(atLeast: Self.batchCount)
    goOn(context.unpackedByteCount)
  }

  mutating func endText() {
    _ = search.finish()
    deliverFindings(atLeast: 1)
    end.suppressedCount += search.weigher.suppressedCount
    for pattern in search.stoppedPatterns where !end.stoppedPatterns.contains(pattern) {
      end.stoppedPatterns.append(pattern)
    }
  }

  mutating func beginMember(at parts: [DocumentPart]) {
    depths.append(way.count)
    earlierTermCounts.append(termCount)
    way += parts
    searchNames(in: parts, at: [])
    goOn(context.unpackedByteCount)
  }

  mutating func endMember(_ outcome: MemberOutcome, contentType: String) {
    switch outcome {
    case .complete: end.members.countExamined()
    case .partial(let reason): miss(reason, at: [], contentType)
    case .unsupportedType: miss(.unsupportedMembers, at: [], contentType)
    }
    way.removeSubrange((depths.popLast() ?? 0)...)
    earlierTermCounts.removeLast()
  }

  var makesDigests: Bool { digests != .none }

  var wantsDigest: Bool {
    switch digests {
    case .none: false
    case .membersWithTerms: termCount > earlierTermCounts.last ?? 0
    case .all: true
    }
  }

  mutating func takeDigest(_ digest: ContentDigest, ofByteCount byteCount: Int) {
    contents.append(MemberContent(part: way, digest: digest, byteCount: byteCount))
    deliverContents(atLeast: Self.batchCount)
  }

  mutating func miss(_ reason: PartialReason, at parts: [DocumentPart]) {
    miss(reason, at: parts, "")
    searchNames(in: parts, at: parts)
  }

  private mutating func miss(
    _ reason: PartialReason, at parts: [DocumentPart], _ contentType: String
  ) {
    note(reason)
    // What is missed of the document itself is its own reason.
    let place = way + parts
    guard !place.isEmpty else { return }
    end.members.count(IncompleteMember(parts: place, contentType: contentType, reason: reason))
  }
}

extension DocumentScanner {
  /// Searches the names of members and folders among `names`, as those of files are.
  private mutating func searchNames(in names: [DocumentPart], at parts: [DocumentPart]) {
    guard way + parts != namedWay else { return }
    namedWay = way + parts
    for case .member(let name) in names where !name.isEmpty {
      let text = PathText.text(ofNames: name)
      search.begin(isLarge: false, at: way + parts + [.section(.path)])
      var layout = TextLayout(form: .running)
      layout.live = 0..<text.count
      _ = search.take(text.span, layout: layout)
      endText()
    }
  }
}

extension PartialReason {
  /// Of the reasons why a document was read in part, the one of most weight is told.
  fileprivate var weight: Int {
    switch self {
    case .interrupted: 11
    case .crash, .time, .memory: 10
    case .readError: 9
    case .limit: 8
    case .malformed: 7
    case .encrypted: 6
    case .unsupportedMembers: 5
    case .notTranscribed: 4
    case .needsOCR: 3
    case .patternStopped, .changed: 2
    case .encodedParts, .textInBinary: 1
    }
  }
}
