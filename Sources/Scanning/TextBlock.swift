internal import Dispatch
internal import Evidence
internal import Matching
internal import ScanModel
internal import Synchronization

/// A block of the text of a file, on its way from the thread that reads the file to one that
/// searches it and back; used again for other blocks.
///
/// One thread at a time has it.
final class TextBlock: Sendable {
  struct Content {
    /// The number of its text among all of the scan.
    var textNumber = 0
    var text: [UInt8] = []
    var layout = TextLayout(form: .running)
    /// What the search took for what the blocks before leave, and what it left itself.
    var border = (before: BlockBorder(), behind: BlockBorder())
    /// The matches near the beginning.
    var beginnings: [Match] = []
    var candidates: [Candidate] = []
    /// Where terms stand in it.
    var termMatches: [TermMatch] = []
  }

  let content = Mutex(Content())
  private let searched = DispatchSemaphore(value: 0)

  /// Takes a copy of a block of the text with this number.
  func fill(
    textNumber: Int, _ text: Span<UInt8>, layout: borrowing TextLayout, behind border: BlockBorder
  ) {
    content.withLock { content in
      content.textNumber = textNumber
      content.text.removeAll(keepingCapacity: true)
      text.withUnsafeBufferPointer { content.text.append(contentsOf: $0) }
      content.layout.copy(layout)
      content.border.before = border
    }
  }

  /// Tells the thread that reads the file; call it once for each fill.
  func endSearch() {
    searched.signal()
  }

  /// Waits until it is searched, or until `time`; returns whether it is.
  ///
  /// Once it is, ask again only after the next fill.
  func isSearched(by time: DispatchTime) -> Bool {
    searched.wait(timeout: time) == .success
  }
}

extension TextLayout {
  /// Becomes a copy of another layout in the memory that its fields have.
  fileprivate mutating func copy(_ other: borrowing TextLayout) {
    form = other.form
    live = other.live
    firstLine = other.firstLine
    firstColumn = other.firstColumn
    labels = other.labels
    fields.removeAll(keepingCapacity: true)
    fields.append(contentsOf: other.fields)
  }
}
