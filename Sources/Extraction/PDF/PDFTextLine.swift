/// Runs of text on one base line, from left to right.
struct PDFTextLine {
  /// The numbers of the runs.
  var runs: [Int]
  var direction: (x: Double, y: Double)
  var start: Double
  var end: Double
  var base: Double
  var em: Double
  var height: Double
  var byteCount: Int
  /// Whether it is one of several lines of running text below each other.
  var isProse = false
  var isMerged = false

  init(_ run: PDFTextRun, number: Int) {
    runs = [number]
    direction = run.direction
    start = run.start
    end = run.end
    base = run.base
    em = run.em
    height = run.height
    byteCount = run.range.count
  }

  /// Whether text with this base line and height stands on the line.
  func holds(_ base: Double, _ height: Double, _ direction: (x: Double, y: Double)) -> Bool {
    self.direction.x * direction.x + self.direction.y * direction.y > 0.98
      && abs(self.base - base) <= 0.4 * max(self.height, height)
      && abs(self.base - base) <= 0.8 * min(self.height, height)
  }

  /// Takes a run in at `index` among those of the line.
  mutating func insert(_ run: PDFTextRun, number: Int, at index: Int) {
    runs.insert(number, at: index)
    start = min(start, run.start)
    end = max(end, run.end)
    byteCount += run.range.count
    guard run.height > height else { return }
    (base, em, height) = (run.base, run.em, run.height)
  }
}
