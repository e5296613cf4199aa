package import ScanModel
package import Wire

/// What a worker needs to know before its first document; it goes over the socket, since arguments can
/// be seen by everybody on the machine.
package struct WorkerConfiguration: Hashable, Sendable {
  /// The text of a pattern file of the user.
  package struct PatternFile: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The ids of the kinds that are looked for; empty for all.
  package var kinds: [String] = []
  package var patternFiles: [PatternFile] = []
  /// The name of the matcher.
  package var matcher = ""
  /// Passwords to try, in UTF-8.
  package var passwords: [[UInt8]] = []
  package var limits = ReadingLimits()
  /// What is sought beside the kinds.
  package var terms: [SearchTerm] = []
  /// Which members get a digest.
  package var digests = DigestScope.none

  package init() {}

  package func write(to wire: inout WireWriter) {
    wire.append(kinds) { $0.append($1) }
    wire.append(patternFiles) { wire, file in
      wire.append(file.name)
      wire.append(file.text)
    }
    wire.append(matcher)
    wire.append(passwords) { $0.append($1) }
    limits.write(to: &wire)
    wire.append(digests.rawValue)
    wire.append(terms) { wire, term in
      wire.append(term.kind)
      wire.append(term.owner)
      wire.append(term.text)
      wire.append(Int(term.gaps.rawValue))
      wire.append(term.neededLabel?.kind ?? "")
      wire.append(term.neededLabel?.neighbours ?? []) { $0.append($1) }
    }
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    kinds = try wire.list { wire throws(WireReader.Mismatch) in try wire.string() }
    patternFiles = try wire.list { wire throws(WireReader.Mismatch) in
      PatternFile(name: try wire.string(), text: try wire.string())
    }
    matcher = try wire.string()
    passwords = try wire.list { wire throws(WireReader.Mismatch) in try wire.byteString() }
    limits = try ReadingLimits(from: &wire)
    guard let digests = DigestScope(rawValue: try wire.integer()) else {
      throw WireReader.Mismatch()
    }
    self.digests = digests
    terms = try wire.list { wire throws(WireReader.Mismatch) in try SearchTerm(from: &wire) }
  }
}

extension SearchTerm {
  fileprivate init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    let kind = try wire.string()
    let owner = try wire.integer()
    let text = try wire.string()
    guard let gaps = Gaps(rawValue: UInt8(truncatingIfNeeded: try wire.integer())) else {
      throw WireReader.Mismatch()
    }
    let label = Label(
      kind: try wire.string(),
      neighbours: try wire.list { wire throws(WireReader.Mismatch) in try wire.string() })
    self.init(
      kind: kind, owner: owner, text: text, gaps: gaps,
      neededLabel: label.kind.isEmpty ? nil : label)
  }
}
