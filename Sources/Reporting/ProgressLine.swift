/// How far a scan is, as one line of text.
package struct ProgressLine: Hashable, Sendable {
  package var fileCount: Int
  /// Known once the files have been counted.
  package var totalFileCount: Int?
  package var byteCount: Int
  /// Known once the files have been counted.
  package var totalByteCount: Int?
  package var findingCount: Int
  /// Files and directories that could not be examined in full.
  package var gapCount: Int
  /// Seconds since the start.
  package var elapsed: Double

  package init(
    fileCount: Int, totalFileCount: Int? = nil, byteCount: Int, totalByteCount: Int? = nil,
    findingCount: Int, gapCount: Int, elapsed: Double
  ) {
    self.fileCount = fileCount
    self.totalFileCount = totalFileCount
    self.byteCount = byteCount
    self.totalByteCount = totalByteCount
    self.findingCount = findingCount
    self.gapCount = gapCount
    self.elapsed = elapsed
  }

  /// The line, without a line break and without colour.
  ///
  /// `1.234 van 5.000 bestanden · 1,2 GB van 4,8 GB (25%) · 312 gevonden · nog ongeveer 3 min`
  package func text(in language: ReportLanguage) -> String {
    let number = NumberText(language)
    var parts = [
      fileText(number), bytesText(number),
      number.grouped(findingCount) + " " + Phrase("gevonden", "found")[language],
    ]
    if gapCount > 0 {
      parts.append(
        number.grouped(gapCount) + " "
          + Phrase("niet of deels onderzocht", "not or partly examined")[language])
    }
    if let remaining {
      parts.append(Self.remainingText(remaining, number)[language])
    }
    return parts.joined(separator: " · ")
  }

  private func fileText(_ number: NumberText) -> String {
    let noun = Phrase.files(totalFileCount ?? fileCount)[number.language]
    guard let totalFileCount else { return "\(number.grouped(fileCount)) \(noun)" }
    let of = Phrase("van", "of")[number.language]
    return "\(number.grouped(fileCount)) \(of) \(number.grouped(totalFileCount)) \(noun)"
  }

  private func bytesText(_ number: NumberText) -> String {
    let done = number.byteCount(byteCount)
    guard let totalByteCount, totalByteCount > 0 else { return done }
    let of = Phrase("van", "of")[number.language]
    // Files may grow after they were counted.
    let percentage = min(100, Int(Double(byteCount) / Double(totalByteCount) * 100))
    return "\(done) \(of) \(number.byteCount(totalByteCount)) (\(percentage)%)"
  }

  /// In whole minutes: more would be a promise.
  private static func remainingText(_ seconds: Double, _ number: NumberText) -> Phrase {
    guard seconds >= 60 else {
      return Phrase("nog minder dan een minuut", "less than a minute left")
    }
    guard seconds >= 3600 else {
      let minutes = Int((seconds / 60).rounded())
      return Phrase("nog ongeveer \(minutes) min", "about \(minutes) min left")
    }
    let duration = number.duration(seconds)
    return Phrase("nog ongeveer \(duration)", "about \(duration) left")
  }

  /// Seconds still to go at the speed so far; nil while that is a guess.
  private var remaining: Double? {
    guard elapsed >= 5 else { return nil }
    for (done, total) in [(byteCount, totalByteCount), (fileCount, totalFileCount)] {
      guard let total, done > 0 else { continue }
      return elapsed * Double(max(0, total - done)) / Double(done)
    }
    return nil
  }
}
