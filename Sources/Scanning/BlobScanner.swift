internal import ContentTypes
internal import Evidence
internal import Extraction
internal import Matching
internal import ScanModel
internal import Walking

/// The whole way of a file: content type → text → match → evidence → finding.
///
/// Each thread owns one, with its buffers.
struct BlobScanner: ~Copyable {
  private static let headByteCount = 64 << 10
  private static let batchCount = 512
  /// From how many bytes on a file is worth several threads.
  private static let largeByteCount = 1 << 20

  private let progress: ScanProgress
  private let reading: FileReading
  private var search: TextSearch
  private var tallies: [String: KindTally] = [:]
  private var provenance = Provenance(path: FilePath("/"))
  private var head: [UInt8] = []
  private var extractor = TextExtractor()
  /// Where findings go while the file is still being read.
  private let deliver: (_ findings: [Finding], _ file: Provenance) -> Void
  private(set) var suppressedCount = 0

  init(
    _ patterns: CompiledPatterns, _ vocabulary: Vocabulary,
    reporting scope: EvidenceWeigher.Scope = .reportedKinds, progress: ScanProgress,
    throttle: Throttle? = nil, board: BlockBoard? = nil,
    deliver: @escaping (_ findings: [Finding], _ file: Provenance) -> Void
  ) {
    self.progress = progress
    reading = FileReading(progress: progress, throttle: throttle)
    self.deliver = deliver
    search = TextSearch(patterns, vocabulary, reporting: scope, board: board)
  }

  /// Scans an open file; its findings are delivered before the record is returned.
  mutating func scan(_ file: consuming OpenFile, at path: FilePath) -> FileRecord {
    provenance = Provenance(path: path)
    tallies.removeAll(keepingCapacity: true)
    reading.begin(file)
    defer { reading.end() }
    head.removeAll(keepingCapacity: true)
    let type: ContentType
    do throws(ReadFailure) {
      try reading.append(Self.headByteCount, to: &head)
      type = ContentType.detect(head: head.span, isWhole: head.count < Self.headByteCount)
    } catch {
      return record("", .notExamined(.unreadable(error.errorNumber)))
    }
    switch type {
    case .empty:
      return record(type.id, .scanned)
    case .binary(let binary):
      return record(type.id, .notExamined(binary.reason))
    case .text(let form, let encoding):
      let outcome = scanText(form, encoding)
      return record(type.id, outcome, stoppedPatterns: search.stoppedPatterns)
    }
  }

  /// The findings in `text`, which is UTF-8 and read as running text.
  mutating func findings(in text: [UInt8]) -> [Finding] {
    search.begin(isLarge: false)
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

  private mutating func scanText(_ form: TextForm, _ encoding: TextEncoding) -> Outcome {
    search.begin(isLarge: reading.byteCount >= Self.largeByteCount)
    // Taken out while it pushes into this scanner.
    var extractor = TextExtractor()
    swap(&extractor, &self.extractor)
    defer { swap(&extractor, &self.extractor) }
    let end: ExtractionOutcome
    do throws(ReadFailure) {
      end = try extractor.extract(
        form: form, encoding: encoding, head: head, rest: FileSource(reading: reading), into: &self)
    } catch {
      end = .partial(.readError)
    }
    while !search.finish() { deliverFindings(atLeast: Self.batchCount) }
    deliverFindings(atLeast: 1)
    suppressedCount += search.weigher.suppressedCount
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

  private mutating func deliverFindings(atLeast count: Int) {
    guard search.weigher.findings.count >= count else { return }
    progress.addFindings(search.weigher.findings.count)
    for finding in search.weigher.findings {
      tallies[finding.kind, default: KindTally(kind: finding.kind)].count(finding)
    }
    deliver(search.weigher.findings, provenance)
    search.weigher.findings.removeAll(keepingCapacity: true)
  }

  private func record(
    _ type: String, _ outcome: Outcome, stoppedPatterns: [String] = []
  ) -> FileRecord {
    FileRecord(
      provenance: provenance, byteCount: reading.byteCount, contentType: type, outcome: outcome,
      stoppedPatterns: stoppedPatterns,
      tallies: tallies.values.sorted { $0.kind < $1.kind })
  }
}

extension BlobScanner: TextSink {
  var isCancelled: Bool { progress.isCancelled }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    while !search.take(text, layout: layout) { deliverFindings(atLeast: Self.batchCount) }
    deliverFindings(atLeast: Self.batchCount)
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
