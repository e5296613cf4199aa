internal import ContentTypes
internal import Evidence
internal import Extraction
internal import Isolation
internal import Matching
internal import ScanModel
internal import Walking

/// The whole way of a file: content type → text → match → evidence → finding.
///
/// Text is read here; a document goes to a worker process, which takes it the same way
/// (`DocumentScanner`). Each thread owns one scanner, with its buffers.
struct BlobScanner: ~Copyable {
  private static let batchCount = 512
  /// From how many bytes on a file is worth several threads.
  private static let largeByteCount = 1 << 20

  private let progress: ScanProgress
  private let reading: FileReading
  private var search: TextSearch
  private var tallies = FileTallies()
  private var provenance = Provenance(path: FilePath("/"))
  private var head: [UInt8] = []
  private var extractor = TextExtractor()
  private let binaryReading: BinaryReading
  private let documents: DocumentWorkers?
  private let memory: (any ScanMemory)?
  private let digests: DigestScope
  /// Where findings go while the file is still being read.
  private let deliver: (_ findings: [Finding], _ file: Provenance) -> Void
  private var suppressedCount = 0
  /// Whether the file is a database with a write-ahead log, without which its bytes are not all of it.
  private var hasLog = false

  init(
    _ patterns: CompiledPatterns, _ vocabulary: Vocabulary,
    reporting scope: EvidenceWeigher.Scope = .reportedKinds,
    binaryReading: BinaryReading = .none, isolation: IsolationSetup? = nil,
    memory: (any ScanMemory)? = nil, digests: DigestScope = .none, progress: ScanProgress,
    throttle: Throttle? = nil, board: BlockBoard? = nil,
    deliver: @escaping (_ findings: [Finding], _ file: Provenance) -> Void
  ) {
    self.progress = progress
    reading = FileReading(progress: progress, throttle: throttle)
    self.deliver = deliver
    self.memory = memory
    self.digests = digests
    self.binaryReading = binaryReading
    documents = isolation.map { DocumentWorkers($0, progress: progress) }
    search = TextSearch(patterns, vocabulary, reporting: scope, board: board)
  }

  /// Scans an open file; its findings are delivered before the record is returned.
  ///
  /// `log` opens the write-ahead log of a database that lies beside it.
  mutating func scan(
    _ file: consuming OpenFile, at path: FilePath, log: () -> OpenFile? = { nil }
  ) -> FileRecord {
    provenance = Provenance(path: path)
    tallies.removeAll()
    suppressedCount = 0
    reading.begin(file, makesDigest: memory != nil || digests == .all)
    hasLog = false
    defer { reading.end() }
    head.removeAll(keepingCapacity: true)
    var type: ContentType
    do throws(ReadFailure) {
      try reading.append(ContentType.headByteCount, to: &head)
      type = ContentType.detect(head: head.span, isWhole: head.count < ContentType.headByteCount)
    } catch {
      return record("", .notExamined(.unreadable(error.errorNumber)))
    }
    if type.isProgram, reading.hasArchive(behind: head.span) { type = .binary(.prefixedArchive) }
    let log = type == .binary(.sqlite) ? log() : nil
    hasLog = log != nil
    if let recalled = recall(type) { return recalled }
    if DocumentExtractor.reads(type), let result = readDocument(type, log: log) {
      return record(type.id, result)
    }
    switch type {
    case .empty:
      return record(type.id, .scanned)
    case .binary(let binary):
      guard binaryReading == .runsOfText, binary.reason == .unsupportedType else {
        return record(type.id, .notExamined(binary.reason))
      }
      let outcome = scanContent(nil)
      return record(type.id, outcome, stoppedPatterns: search.stoppedPatterns)
    case .text(let form, let encoding):
      let outcome = scanContent((form, encoding))
      if extractor.hasEncodedDocuments, let result = readEncodedDocuments(type, behind: outcome) {
        return record(type.id, result)
      }
      return record(type.id, outcome, stoppedPatterns: search.stoppedPatterns)
    }
  }

  /// The findings in `text`, which is UTF-8 and read as running text.
  mutating func findings(in text: [UInt8], at part: [DocumentPart] = []) -> [Finding] {
    search.begin(isLarge: false, at: part)
    var layout = TextLayout(form: .running)
    layout.live = 0..<text.count
    _ = search.take(text.span, layout: layout)
    _ = search.finish()
    return search.weigher.findings
  }

  /// Searches a block of a file that another thread reads.
  mutating func search(_ block: TextBlock) {
    search.search(block)
  }

  /// Scans all text, or, where content is none, the runs of text in it.
  private mutating func scanContent(
    _ text: (form: TextForm, encoding: TextEncoding)?
  ) -> Outcome {
    search.begin(isLarge: reading.byteCount >= Self.largeByteCount)
    // Taken out while it pushes into this scanner.
    var extractor = TextExtractor()
    swap(&extractor, &self.extractor)
    defer { swap(&extractor, &self.extractor) }
    let end: ExtractionOutcome
    do throws(ReadFailure) {
      let source = FileSource(reading: reading)
      if let text {
        end = try extractor.extract(
          form: text.form, encoding: text.encoding, head: head, rest: source, into: &self)
      } else {
        end = try extractor.extractRuns(head: head, rest: source, into: &self)
      }
    } catch {
      end = .partial(.readError)
    }
    while !search.finish() { deliverFindings(atLeast: Self.batchCount) }
    deliverFindings(atLeast: 1)
    suppressedCount = search.weigher.suppressedCount
    let readByteCount = reading.readByteCount
    if case .partial(let reason) = end {
      return .partial(reason, examinedByteCount: readByteCount)
    }
    if !search.stoppedPatterns.isEmpty {
      return .partial(.patternStopped, examinedByteCount: readByteCount)
    }
    return reading.hasChanged
      ? .partial(.changed, examinedByteCount: readByteCount) : .scanned
  }

  /// What an earlier scan found in the same content; nil where it has to be read.
  private mutating func recall(_ type: ContentType) -> FileRecord? {
    // Where the system tells no size, what is read is not known to be all.
    guard let memory, type != .empty, !hasLog, reading.facts?.byteCount == reading.byteCount,
      memory.mayKnowContent(ofByteCount: reading.byteCount),
      let digest = reading.digest(), !reading.hasChanged,
      let content = memory.content(digest, at: provenance.path)
    else { return nil }
    content.eachFindings { findings in
      progress.addFindings(findings.count)
      deliver(findings, provenance)
    }
    return FileRecord(
      provenance: provenance, byteCount: reading.byteCount, contentType: content.contentType,
      outcome: content.outcome, members: content.members,
      stoppedPatterns: content.stoppedPatterns, suppressedCount: content.suppressedCount,
      tallies: content.tallies, facts: reading.facts, digest: digest, isRecalled: true)
  }

  /// Has a worker read the documents that a text holds, which by itself ended as `outcome`; nil where it
  /// was interrupted.
  private mutating func readEncodedDocuments(
    _ type: ContentType, behind outcome: Outcome
  ) -> DocumentWorkers.Result? {
    guard !progress.isCancelled else { return nil }
    let unread = Outcome.partial(.encodedParts, examinedByteCount: reading.readByteCount)
    var result =
      readDocument(type, as: .encodedDocuments, log: nil) ?? DocumentWorkers.Result(outcome: unread)
    if case .notExamined = result.outcome { result.outcome = unread }
    if outcome != .scanned { result.outcome = outcome }
    for pattern in search.stoppedPatterns where !result.end.stoppedPatterns.contains(pattern) {
      result.end.stoppedPatterns.append(pattern)
    }
    return result
  }

  /// Has a worker read the document; nil where there are no workers.
  private mutating func readDocument(
    _ type: ContentType, as wanted: DocumentRequest.Reading = .document, log: borrowing OpenFile?
  ) -> DocumentWorkers.Result? {
    guard let documents else { return nil }
    let isText = wanted == .encodedDocuments
    var result = reading.withDescriptor { descriptor in
      log.withDescriptor { log in
        let isWhole = head.count < ContentType.headByteCount && log == nil
        let document = DocumentWorkers.Document(
          content: isWhole ? .bytes(head) : .descriptor(descriptor, log: log),
          byteCount: reading.byteCount, kind: isText ? .libraries : type.workerKind,
          isContainer: isText || type.isContainer, reading: wanted)
        return documents.read(document) { findings in
          progress.addFindings(findings.count)
          tallies.count(findings)
          deliver(findings, provenance)
        }
      }
    }
    reading.countReadByWorker()
    suppressedCount += result.end.suppressedCount
    if result.outcome == .scanned, reading.hasChanged {
      result.outcome = .partial(.changed, examinedByteCount: reading.byteCount)
    }
    return result
  }

  private mutating func deliverFindings(atLeast count: Int) {
    guard search.weigher.findings.count >= count else { return }
    progress.addFindings(search.weigher.findings.count)
    tallies.count(search.weigher.findings)
    deliver(search.weigher.findings, provenance)
    search.weigher.findings.removeAll(keepingCapacity: true)
  }

  private func record(_ type: String, _ result: DocumentWorkers.Result) -> FileRecord {
    FileRecord(
      provenance: provenance, byteCount: reading.byteCount, contentType: type,
      outcome: result.outcome, members: result.end.members, memberContents: result.contents,
      stoppedPatterns: result.end.stoppedPatterns, suppressedCount: suppressedCount,
      tallies: tallies.byKind, facts: reading.facts, digest: digest(of: result.outcome))
  }

  private func record(
    _ type: String, _ outcome: Outcome, stoppedPatterns: [String] = []
  ) -> FileRecord {
    FileRecord(
      provenance: provenance, byteCount: reading.byteCount, contentType: type, outcome: outcome,
      stoppedPatterns: stoppedPatterns, suppressedCount: suppressedCount, tallies: tallies.byKind,
      facts: reading.facts, digest: digest(of: outcome))
  }

  /// The digest of what was read, where the same bytes would end the same way again.
  ///
  /// Where digests are wanted for themselves, that of all that could be read.
  private func digest(of outcome: Outcome) -> ContentDigest? {
    if memory == nil {
      return digests == .all && outcome.isOfKnownBytes ? reading.digest() : nil
    }
    if hasLog { return nil }
    return switch outcome {
    case .scanned: reading.digest()
    // Of films little is read: that takes less than to read all of them for their digest.
    case .partial(.notTranscribed, _): nil
    case .partial(let reason, _): reason.isOfContent ? reading.digest() : nil
    case .notExamined(let reason): reason == .encrypted ? reading.digest() : nil
    }
  }
}

extension Outcome {
  /// Whether the bytes that were read, or could be, are those that the file still has.
  fileprivate var isOfKnownBytes: Bool {
    switch self {
    case .scanned: true
    case .partial(let reason, _): ![.changed, .readError, .interrupted].contains(reason)
    case .notExamined(let reason): [.encrypted, .unsupportedType].contains(reason)
    }
  }
}

extension BlobScanner: TextSink {
  var isCancelled: Bool { progress.isCancelled }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    while !search.take(text, layout: layout) { deliverFindings(atLeast: Self.batchCount) }
    deliverFindings(atLeast: Self.batchCount)
  }
}

extension OpenFile? {
  fileprivate borrowing func withDescriptor<Result>(
    _ body: ((descriptor: Int32, byteCount: Int)?) -> Result
  ) -> Result {
    switch self {
    case .some(let file):
      file.withDescriptor { body((descriptor: $0, byteCount: file.facts.byteCount)) }
    case .none: body(nil)
    }
  }
}

extension BinaryType {
  /// Why nothing of it can be examined.
  fileprivate var reason: NotExaminedReason {
    switch self {
    case .ooxmlEncrypted, .encryptedZip, .keepass, .opensslEncrypted, .luks: .encrypted
    default: .unsupportedType
    }
  }
}
