/// A segment of an EDIFACT message: its tag, and elements of components.
struct EDIFACTSegment {
  let tag: String
  /// The ranges of the components of each element behind the tag.
  let elements: [[Range<Int>]]
  private let release: UInt8?

  init(_ segment: Span<UInt8>, _ separators: EDIFACTSeparators) {
    release = separators.release
    let parts = segment.parts(at: separators.element, unlessBehind: release)
    tag = String(decoding: parts[0].prefix(3).map { segment[$0] }, as: UTF8.self)
    elements = parts.dropFirst().map { part in
      segment.extracting(part).parts(at: separators.component, unlessBehind: separators.release)
        .map { $0.lowerBound + part.lowerBound..<$0.upperBound + part.lowerBound }
    }
  }

  /// The characters of a component, by its element and its place in that; both from 0.
  func value(_ element: Int, _ component: Int, of segment: Span<UInt8>) -> [UInt8] {
    guard element < elements.count, component < elements[element].count else { return [] }
    return text(of: segment.extracting(elements[element][component]))
  }

  /// The characters of all components of an element from `first` on.
  func values(_ element: Int, from first: Int = 0, of segment: Span<UInt8>) -> [[UInt8]] {
    guard element < elements.count else { return [] }
    return elements[element].dropFirst(first).map { text(of: segment.extracting($0)) }
  }

  /// Without the bytes that release those behind them.
  private func text(of component: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    while position < component.count {
      if component[position] == release, position + 1 < component.count { position += 1 }
      text.append(component[position])
      position += 1
    }
    return text
  }
}
