import ScanModel

/// What is made of a document of XML while it is scanned.
protocol XMLContent {
  /// An element begins; empty elements end at once.
  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ element: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink)
  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink)
  /// Text between tags, without references; what stands between two tags may come in pieces.
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>)
  /// A reference in the text.
  mutating func take(_ scalar: Unicode.Scalar)
  /// Passes on what has gathered, between two pieces of the document and behind the last one.
  mutating func passOn<Sink: DocumentSink & ~Copyable>(into sink: inout Sink)
}

extension XMLContent {
  mutating func passOn<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {}
}

/// Content that passes nothing on while an element begins or ends.
protocol PartContent: XMLContent {
  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>)
  mutating func end(_ name: OfficeName)
}

extension PartContent {
  @inline(__always)
  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ element: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    begin(element, in: bytes)
  }

  @inline(__always)
  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {
    end(name)
  }
}
