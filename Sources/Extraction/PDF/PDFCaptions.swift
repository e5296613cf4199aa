/// What is printed beside the fields of a page, so that each is called as a person reads it.
struct PDFCaptions {
  /// Text that stands on one line without a wide gap.
  fileprivate struct Segment {
    var text: [UInt8]
    var start: Double
    var end: Double
    var base: Double
    var height: Double
  }

  private var segments: [Segment] = []
  /// Where the fields of the page are.
  private let boxes: [PDFRectangle]
  /// The segments and boxes that are looked at, on one page.
  private var stepBudget = 20_000_000

  private static let segmentLimit = 20_000
  /// The longest name of a field, in bytes.
  private static let byteLimit = TreeNames.byteLimit
  /// How far before a field its name ends at most, and how far above it stands.
  private static let leftDistance = 300.0
  private static let upperDistance = 24.0
  /// How far behind the box of a choice its text begins at most.
  private static let choiceDistance = 20.0
  /// From how many ems on a gap parts two segments.
  private static let gap = 1.2
  /// The rows that one header stands above.
  private static let rowLimit = 100

  init(_ layout: borrowing PDFPageLayout, boxes: [PDFRectangle]) {
    self.boxes = boxes
    for line in layout.lines where line.direction.x > 0.98 {
      guard segments.count < Self.segmentLimit else { break }
      addSegments(of: line, layout.runs, layout.text)
    }
  }

  private mutating func addSegments(
    of line: PDFTextLine, _ runs: [PDFTextRun], _ text: [UInt8]
  ) {
    var last: PDFTextRun?
    for number in line.runs {
      let run = runs[number]
      if let last, run.start - last.end < Self.gap * run.em {
        let index = segments.count - 1
        if run.start - last.end > PDFPageText.wordGap * run.em { segments[index].text.append(0x20) }
        segments[index].text += text[run.range]
        segments[index].end = max(segments[index].end, run.end)
      } else {
        segments.append(
          Segment(
            text: Array(text[run.range]), start: run.start, end: run.end, base: line.base,
            height: line.height))
      }
      last = run
    }
  }

  // MARK: Fields

  /// The name that is printed left of a field or above it; empty where there is none.
  ///
  /// Of both, the first that has a word that names fields.
  mutating func caption(of box: PDFRectangle) -> [UInt8] {
    let left = name(left(of: box))
    if left.namesField { return left }
    let above = name(above(box))
    if above.namesField { return above }
    return left.isEmpty ? above : left
  }

  /// What is printed behind the box of a choice, and what the choices are between.
  mutating func choice(at box: PDFRectangle) -> (name: [UInt8], text: [UInt8]) {
    let behind = nearest { segment in
      let distance = segment.start - box.right
      return box.isBeside(segment.base, segment.height) && distance > -2
        && distance < Self.choiceDistance ? distance : nil
    }
    return (caption(of: box), behind.map { name($0) } ?? [])
  }

  private mutating func left(of box: PDFRectangle) -> Segment? {
    guard stepBudget > 0 else { return nil }
    let beside = boxes.filter { $0.isBeside(box) && $0.left < box.left - 1 }
    stepBudget -= boxes.count + min(beside.count, 1000) * min(segments.count, 1000)
    return nearest { segment in
      let distance = box.left - segment.end
      guard box.isBeside(segment.base, segment.height), segment.hasLetter, distance > -2,
        distance < Self.leftDistance
      else { return nil }
      // It names a field in between, or is the text of a choice behind its box.
      let isOfOther = beside.contains { other in
        other.left > segment.end - 2 && other.width > Self.choiceDistance
          || other.width <= Self.choiceDistance && segment.start - other.right > -2
            && segment.start - other.right < Self.choiceDistance
      }
      return isOfOther ? nil : distance
    }
  }

  private mutating func above(_ box: PDFRectangle) -> Segment? {
    let top = topOfColumn(above: box)
    let found = nearest { segment in
      let distance = segment.base - top
      guard segment.hasLetter, distance > -0.5 * box.height, distance < Self.upperDistance,
        segment.start < box.right - 2, segment.end > box.left + 2, segment.start > box.left - 20
      else { return nil }
      return abs(distance)
    }
    guard let found else { return nil }
    let isOfOther = boxes.contains { other in
      other.bottom > top - 2 && other.top < found.base + 2 && other.left < box.right - 2
        && other.right > box.left + 2
    }
    return isOfOther ? nil : found
  }

  /// Where the fields end that stand directly above each other, `box` the lowest.
  private mutating func topOfColumn(above box: PDFRectangle) -> Double {
    var top = box.top
    for _ in 0..<Self.rowLimit where stepBudget > 0 {
      stepBudget -= boxes.count
      let next = boxes.first {
        abs($0.left - box.left) < 3 && abs($0.right - box.right) < 3 && $0.bottom > top - 3
          && $0.bottom < top + 0.8 * box.height
      }
      guard let next, next.top > top else { break }
      top = next.top
    }
    return top
  }

  private mutating func nearest(_ distance: (Segment) -> Double?) -> Segment? {
    guard stepBudget > 0 else { return nil }
    stepBudget -= segments.count
    var nearest: (segment: Segment, distance: Double)?
    for segment in segments {
      guard let distance = distance(segment), distance < nearest?.distance ?? .infinity else {
        continue
      }
      nearest = (segment, distance)
    }
    return nearest?.segment
  }

  /// The text without the signs that lead to a field; of a long one the beginning, up to a sign.
  private func name(_ segment: Segment?) -> [UInt8] {
    guard var text = segment?.text[...] else { return [] }
    if text.count > Self.byteLimit {
      let end = text.firstIndex { byte in
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
      }
      text = text[..<(end ?? text.startIndex)]
    }
    while let last = text.last, last.leadsToField { text.removeLast() }
    while let first = text.first, first.leadsToField { text.removeFirst() }
    return text.count > Self.byteLimit ? [] : Array(text)
  }
}

extension PDFCaptions.Segment {
  fileprivate var hasLetter: Bool { text.contains { $0.isASCIILetter || $0 >= 0x80 } }
}

extension [UInt8] {
  /// Whether a word of it is one that names of fields have.
  var namesField: Bool { !isEmpty && DelimitedHeaderCell(span, indices).hasFieldWord }
}

extension UInt8 {
  fileprivate var leadsToField: Bool {
    self == 0x20 || self == UInt8(ascii: ":") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "*")
  }
}
