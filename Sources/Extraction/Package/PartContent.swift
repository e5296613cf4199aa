import ScanModel

/// What is made of an XML part of a package while it is scanned.
protocol PartContent {
  /// An element begins; empty elements end at once.
  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>)
  mutating func end(_ name: OfficeName)
  /// Text between tags, without references; what stands between two tags may come in pieces.
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>)
  /// A reference in the text.
  mutating func take(_ scalar: Unicode.Scalar)
}

/// The content of a part as a text that is passed on while the part is read.
protocol PartTextContent: PartContent {
  /// Whether there is nothing to pass on.
  var isEmpty: Bool { get }
  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable)
  mutating func finish(into sink: inout some TextSink & ~Copyable)
}
