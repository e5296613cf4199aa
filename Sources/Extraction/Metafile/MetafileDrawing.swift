import ScanModel

/// What a metafile writes, at the places where it is seen, and what else it holds.
struct MetafileDrawing {
  /// The bytes of all texts at most.
  private static let byteLimit = 16 << 20
  private static let pictureLimit = 1000
  private static let descriptionLimit = 10_000

  private(set) var page = PDFPageText()
  private(set) var descriptions: [[UInt8]] = []
  /// Pictures of a format of their own that it holds.
  private(set) var pictures: [[UInt8]] = []
  /// Why there is more to read, if so.
  private(set) var failure: PartialReason?
  private var byteCount = 0
  /// How many points a unit counts, so that the first text is 10 points high.
  private var scale: Double?
  /// Where the last text ended.
  private var end: (x: Double, y: Double)?
  /// The gap up to which a text goes on with the last one, in ems: spaces are drawn as such, and
  /// letters that are drawn one by one stand where there is a pixel.
  private static let joinedGap = 0.22

  mutating func note(_ reason: PartialReason) {
    if failure == nil { failure = reason }
  }

  /// Notes a picture of so many pixels that is not read.
  mutating func noteBitmap(width: Int, height: Int) {
    let (count, isOverflow) = abs(width).multipliedReportingOverflow(by: abs(height))
    if isOverflow || count >= ImageReader.pixelCountOfText { note(.needsOCR) }
  }

  mutating func add(description: [UInt8]) {
    guard !description.isEmpty, descriptions.count < Self.descriptionLimit,
      spend(description.count)
    else { return }
    descriptions.append(description)
  }

  mutating func add(picture: [UInt8]) {
    guard pictures.count < Self.pictureLimit else { return note(.limit) }
    pictures.append(picture)
  }

  private mutating func spend(_ count: Int) -> Bool {
    byteCount += count
    guard byteCount <= Self.byteLimit else {
      note(.limit)
      return false
    }
    return true
  }

  /// Writes `text`, in UTF-8, from `start` to `end` on its base line.
  ///
  /// Both are points of the picture, with y growing downwards.
  mutating func write(
    _ text: [UInt8], from start: (x: Double, y: Double), to end: (x: Double, y: Double),
    em: Double, height: Double
  ) {
    guard spend(text.count), !text.isEmpty else { return }
    let scale = self.scale ?? 10 / height
    guard scale.isFinite, scale > 0, height > 0, em > 0 else { return }
    self.scale = scale
    var from = (x: start.x * scale, y: -start.y * scale)
    let to = (x: end.x * scale, y: -end.y * scale)
    guard from.x.isFinite, from.y.isFinite, to.x.isFinite, to.y.isFinite else { return }
    let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
      .squareRoot()
    let direction =
      length > 0 ? (x: (to.x - from.x) / length, y: (to.y - from.y) / length) : (x: 1, y: 0)
    if let end = self.end {
      let gap = (from.x - end.x) * direction.x + (from.y - end.y) * direction.y
      let rise = (from.y - end.y) * direction.x - (from.x - end.x) * direction.y
      if gap > 0, gap < Self.joinedGap * em * scale, abs(rise) < 0.1 * height * scale { from = end }
    }
    self.end = to
    page.begin(
      at: from, PDFTextStyle(direction: direction, em: em * scale, height: height * scale))
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      var glyph = PDFGlyph()
      glyph.isMapped = true
      glyph.append(scalar.value)
      page.append(glyph)
    }
    page.end(at: to)
  }
}
