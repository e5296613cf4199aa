package import ScanModel
internal import Scanning
internal import Synchronization

/// Keeps everything that a scan tells.
package final class RecordingReceiver: ScanReceiver {
  private struct Record {
    var findings: [(file: Provenance, finding: Finding)] = []
    var files: [FileRecord] = []
    var leftOut: [(path: FilePath, reason: LeftOutReason)] = []
  }

  private let record = Mutex(Record())
  package let takesFindings = true

  package init() {}

  package func take(_ findings: [Finding], in file: Provenance) {
    record.withLock { record in record.findings += findings.map { (file, $0) } }
  }

  package func take(_ file: FileRecord) {
    record.withLock { $0.files.append(file) }
  }

  package func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {
    record.withLock { $0.leftOut.append((path, reason)) }
  }

  /// The findings as lines `path kind place value`, in a fixed order.
  package var findingLines: [String] {
    record.withLock { record in
      record.findings.map { file, finding in
        "\(file.path.lossyText) \(finding.kind) \(finding.place) \(finding.normalized.revealed) "
          + "\(finding.confidence.value)"
      }.sorted()
    }
  }

  package var files: [FileRecord] { record.withLock { $0.files } }

  package var findings: [Finding] { record.withLock { $0.findings.map(\.finding) } }

  package var leftOutReasons: [LeftOutReason] { record.withLock { $0.leftOut.map(\.reason) } }

  /// How the file whose path ends in `name` ended; nil where it was not listed.
  package func outcome(of name: String) -> Outcome? {
    files.first { $0.provenance.path.lossyText.hasSuffix(name) }?.outcome
  }
}
