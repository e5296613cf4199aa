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

  private let progress: ScanProgress
  private var matcher: Matcher
  private var weigher: EvidenceWeigher
  private var tallies = FileTallies()
  private var provenance = Provenance(path: FilePath("/"))
  private var head: [UInt8] = []
  /// Where findings go while the file is still being read.
  private let deliver: (_ findings: [Finding], _ file: Provenance) -> Void
  private(set) var suppressedCount = 0

  init(
    _ patterns: CompiledPatterns, _ vocabulary: Vocabulary,
    reporting scope: EvidenceWeigher.Scope = .reportedKinds, progress: ScanProgress,
    deliver: @escaping (_ findings: [Finding], _ file: Provenance) -> Void
  ) {
    self.progress = progress
    self.deliver = deliver
    matcher = Matcher(patterns)
    weigher = EvidenceWeigher(vocabulary, reporting: scope)
  }

  /// Scans an open file; its findings are delivered before the record is returned.
  mutating func scan(_ file: consuming OpenFile, at path: FilePath) -> FileRecord {
    provenance = Provenance(path: path)
    tallies.removeAll()
    let reading = FileReading(file, progress: progress)
    let type: ContentType
    do throws(ReadFailure) {
      try readHead(of: reading)
      type = ContentType.detect(head: head.span, isWhole: head.count < Self.headByteCount)
    } catch {
      return record(reading, "", .notExamined(.unreadable(error.errorNumber)))
    }
    switch type {
    case .empty:
      return record(reading, type.id, .scanned)
    case .binary(let binary):
      return record(reading, type.id, .notExamined(binary.reason))
    case .text(let form, let encoding):
      return record(reading, type.id, scanText(reading, form, encoding))
    }
  }

  /// The findings in `text`, which is UTF-8 and read as running text.
  mutating func findings(in text: [UInt8]) -> [Finding] {
    matcher.begin()
    weigher.begin()
    var layout = TextLayout(form: .running)
    layout.live = 0..<text.count
    weigher.readLabels(of: layout)
    matcher.search(text.span, layout: layout, labels: weigher.labels)
    weigher.weigh(matcher.matches, in: text.span, layout: layout)
    weigher.finish()
    return weigher.findings
  }

  private mutating func readHead(of reading: FileReading) throws(ReadFailure) {
    head.removeAll(keepingCapacity: true)
    head.append(contentsOf: repeatElement(0, count: Self.headByteCount))
    let result = head.withUnsafeMutableBytes { buffer -> Result<Int, ReadFailure> in
      do throws(ReadFailure) {
        return .success(try reading.fill(buffer))
      } catch {
        return .failure(error)
      }
    }
    head.removeSubrange(try result.get()...)
  }

  private mutating func scanText(
    _ reading: FileReading, _ form: TextForm, _ encoding: TextEncoding
  ) -> Outcome {
    matcher.begin()
    weigher.begin()
    let end: ExtractionOutcome
    do throws(ReadFailure) {
      end = try TextExtractor.extract(
        form: form, encoding: encoding, head: head, rest: FileSource(reading: reading), into: &self)
    } catch {
      end = .partial(.readError)
    }
    weigher.finish()
    deliverFindings(atLeast: 1)
    suppressedCount += weigher.suppressedCount
    let readByteCount = reading.readByteCount
    if case .partial(let reason) = end {
      return .partial(reason, examinedByteCount: readByteCount)
    }
    if !matcher.stoppedPatterns.isEmpty {
      return .partial(.patternStopped, examinedByteCount: readByteCount)
    }
    return reading.hasChanged
      ? .partial(.changed, examinedByteCount: readByteCount) : .scanned
  }

  private mutating func deliverFindings(atLeast count: Int) {
    guard weigher.findings.count >= count else { return }
    progress.addFindings(weigher.findings.count)
    tallies.count(weigher.findings)
    deliver(weigher.findings, provenance)
    weigher.findings.removeAll(keepingCapacity: true)
  }

  private func record(_ reading: FileReading, _ type: String, _ outcome: Outcome) -> FileRecord {
    FileRecord(
      provenance: provenance, byteCount: max(reading.facts.byteCount, reading.readByteCount),
      contentType: type, outcome: outcome,
      stoppedPatterns: matcher.stoppedPatterns,
      tallies: tallies.byKind)
  }
}

extension BlobScanner: TextSink {
  var isCancelled: Bool { progress.isCancelled }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    weigher.readLabels(of: layout)
    matcher.search(text, layout: layout, labels: weigher.labels)
    weigher.weigh(matcher.matches, in: text, layout: layout)
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
