import ScanModel

/// What is made of a part in records of BIFF12 while it is scanned.
protocol BinaryPartContent {
  /// A record with its number and its bytes.
  mutating func take(_ record: Int, _ payload: Span<UInt8>)
}

/// The content of a part as a text that is passed on while the part is read.
protocol PartTextContent {
  /// Whether there is nothing to pass on.
  var isEmpty: Bool { get }
  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable)
  mutating func finish(into sink: inout some TextSink & ~Copyable)
}
