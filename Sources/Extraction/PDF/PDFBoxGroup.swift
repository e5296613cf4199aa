/// Boxes of a form that stand at one distance from each other, each with a letter or digit.
struct PDFBoxGroup {
  /// Which of the runs of their line they are.
  private(set) var places: Range<Int>
  /// How far one box is from the next.
  let pitch: Double
  private let startPitch: Double
  private let firstCenter: Double
  private var last: PDFTextRun
  /// Whether the letters begin at that distance, or have it from middle to middle.
  private var isFromStarts = true
  private var isFromCenters = true

  /// How far two boxes may be from each other, in ems, and how near their letters.
  private static let pitches = 0.7...4.5
  private static let leastGap = PDFPageText.wordGap
  /// By how much of it distances may differ.
  private static let tolerance = 0.12
  /// How far from the last box of a group the next group begins at most, in boxes.
  private static let groupDistance = 3.5

  /// The group that two runs begin; nil where they stand too close or too far from each other.
  init?(_ first: PDFTextRun, _ second: PDFTextRun, at place: Int) {
    let pitch = second.center - first.center
    guard Self.areApart(first, second, by: pitch) else { return nil }
    self.pitch = pitch
    places = place..<place + 2
    firstCenter = first.center
    last = second
    startPitch = second.start - first.start
  }

  /// Takes the run behind the last one in, where it stands at the same distance.
  mutating func add(_ run: PDFTextRun) -> Bool {
    guard Self.areApart(last, run, by: run.center - last.center) else { return false }
    let isFromCenters =
      isFromCenters && abs(run.center - last.center - pitch) < Self.tolerance * pitch
    let isFromStarts =
      isFromStarts && abs(run.start - last.start - startPitch) < Self.tolerance * startPitch
    guard isFromCenters || isFromStarts else { return false }
    (self.isFromCenters, self.isFromStarts) = (isFromCenters, isFromStarts)
    places = places.lowerBound..<places.upperBound + 1
    last = run
    return true
  }

  /// Whether another group goes on with the value.
  func isFollowed(by other: PDFBoxGroup) -> Bool {
    let distance = other.firstCenter - last.center
    return abs(other.pitch - pitch) < 2 * Self.tolerance * pitch && distance > pitch
      && distance < Self.groupDistance * pitch
  }

  /// Whether the boxes stand in the columns of another group.
  func stands(below other: PDFBoxGroup) -> Bool {
    abs(other.pitch - pitch) < Self.tolerance * pitch
      && abs(other.firstCenter - firstCenter) < 0.25 * pitch
  }

  private static func areApart(_ run: PDFTextRun, _ next: PDFTextRun, by pitch: Double) -> Bool {
    let em = min(run.em, next.em)
    return pitches.contains(pitch / em) && next.start - run.end > leastGap * em
      && max(run.em, next.em) < 1.25 * em
  }
}

extension PDFTextRun {
  /// The middle between its beginning and its end.
  var center: Double { (start + end) / 2 }
}
