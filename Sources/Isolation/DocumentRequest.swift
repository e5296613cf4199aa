package import Wire

/// What a worker is asked to do with a document.
///
/// The bytes of a small one stand behind the request; of any other the descriptor comes with it.
package struct DocumentRequest: Hashable, Sendable {
  /// How it is read.
  package enum Reading: Int, Sendable {
    /// As what it is.
    case document
    /// For the runs of text in its bytes, since reading it as what it is failed.
    case runsOfText
    /// As a text that was read already, for the documents that it holds in base64 or hex.
    case encodedDocuments
  }

  package let reading: Reading
  /// In bytes, as it was when opened.
  package let byteCount: Int
  /// The bytes of the write-ahead log, whose descriptor comes second; 0 where there is none.
  package let logByteCount: Int

  package init(reading: Reading, byteCount: Int, logByteCount: Int = 0) {
    self.reading = reading
    self.byteCount = byteCount
    self.logByteCount = logByteCount
  }

  package func write(to wire: inout WireWriter) {
    wire.append(reading.rawValue)
    wire.append(byteCount)
    wire.append(logByteCount)
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    guard let reading = Reading(rawValue: try wire.integer()) else { throw WireReader.Mismatch() }
    self.reading = reading
    byteCount = try wire.integer()
    logByteCount = try wire.integer()
    guard byteCount >= 0, logByteCount >= 0 else { throw WireReader.Mismatch() }
  }
}
