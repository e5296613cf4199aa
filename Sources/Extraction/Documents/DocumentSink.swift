package import ScanModel

/// Where readers put what they take out of a document: texts, one after the other, each in a part of
/// the document, and members, which are documents of their own.
///
/// Texts do not overlap, and members come between texts: whoever begins a text ends it first.
package protocol DocumentSink: TextSink, ~Copyable {
  /// What the whole file may cost, and the passwords to try.
  var context: ExtractionContext { get }

  /// Begins a text at `parts` of the innermost member: `take` gives its blocks until `endText`.
  mutating func beginText(at parts: [DocumentPart])
  mutating func endText()

  /// Begins a member at `parts` of the member that is open; what follows lies in it.
  mutating func beginMember(at parts: [DocumentPart])
  /// Ends the innermost member; `contentType` is the id of what it was, empty if that is not known.
  mutating func endMember(_ outcome: MemberOutcome, contentType: String)

  /// Whether members may get a digest: then what is not held in memory is hashed while it is read.
  var makesDigests: Bool { get }
  /// Whether the open member gets one, all of which has been read.
  var wantsDigest: Bool { get }
  mutating func takeDigest(_ digest: ContentDigest, ofByteCount byteCount: Int)

  /// Books that something at `parts` of the innermost member could not be read.
  mutating func miss(_ reason: PartialReason, at parts: [DocumentPart])
}

extension DocumentSink where Self: ~Copyable {
  package var makesDigests: Bool { false }
  package var wantsDigest: Bool { false }
  package mutating func takeDigest(_ digest: ContentDigest, ofByteCount byteCount: Int) {}
}

/// How a member ended.
package enum MemberOutcome: Hashable, Sendable {
  case complete
  case partial(PartialReason)
  /// There is no reader for its type.
  case unsupportedType
}
