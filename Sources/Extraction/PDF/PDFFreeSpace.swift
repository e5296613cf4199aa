/// The places along a line, or along several lines below each other, where no text stands.
struct PDFFreeSpace {
  struct Gap {
    var start: Double
    var end: Double
    /// Whether it is wider than those between words, in one of the lines at least.
    var isWide = false
  }

  /// From how many ems on a gap is wider than those between words.
  static let wideGap = 0.8
  /// The narrowest place between columns, in ems.
  private static let leastGap = 0.15

  /// From left to right; the first and the last have no end.
  private(set) var gaps: [Gap] = []
  let em: Double

  /// What is free of a line.
  init(_ line: PDFTextLine, _ runs: [PDFTextRun]) {
    em = line.em
    var end = -Double.infinity
    for number in line.runs {
      let run = runs[number]
      let width = run.start - end
      if width >= Self.leastGap * em {
        gaps.append(
          Gap(start: end, end: run.start, isWide: width.isFinite && width >= Self.wideGap * em))
      }
      end = max(end, run.end)
    }
    gaps.append(Gap(start: end, end: .infinity))
  }

  private init(_ gaps: [Gap], em: Double) {
    self.gaps = gaps
    self.em = em
  }

  /// Whether a line has a wide gap.
  static func hasWideGap(_ line: PDFTextLine, _ runs: [PDFTextRun]) -> Bool {
    var end = Double.infinity
    for number in line.runs {
      if runs[number].start - end >= wideGap * line.em { return true }
      end = end.isFinite ? max(end, runs[number].end) : runs[number].end
    }
    return false
  }

  /// What is free here and in `other`; nil where text of one fills a wide gap of the other.
  func common(with other: PDFFreeSpace) -> PDFFreeSpace? {
    let least = Self.leastGap * min(em, other.em)
    var common: [Gap] = []
    var (index, otherIndex) = (0, 0)
    var (isKept, isOtherKept) = (false, false)
    while index < gaps.count, otherIndex < other.gaps.count {
      let (gap, otherGap) = (gaps[index], other.gaps[otherIndex])
      let (start, end) = (max(gap.start, otherGap.start), min(gap.end, otherGap.end))
      if end - start >= least {
        common.append(Gap(start: start, end: end, isWide: gap.isWide || otherGap.isWide))
        (isKept, isOtherKept) = (true, true)
      }
      if gap.end <= otherGap.end {
        if gap.isWide, !isKept { return nil }
        (index, isKept) = (index + 1, false)
      }
      if otherGap.end <= gap.end {
        if otherGap.isWide, !isOtherKept { return nil }
        (otherIndex, isOtherKept) = (otherIndex + 1, false)
      }
    }
    return PDFFreeSpace(common, em: min(em, other.em))
  }

  /// The gap at a place.
  func gap(at place: Double) -> Gap? { gaps.first { $0.end > place } }
}
