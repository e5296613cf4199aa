import Testing

@testable import Reporting

@Suite struct ProgressLineTests {
  private var halfway: ProgressLine {
    ProgressLine(
      fileCount: 1234, totalFileCount: 5000, byteCount: 2_000_000_000,
      totalByteCount: 8_000_000_000, findingCount: 312, gapCount: 4, elapsed: 60)
  }

  @Test func `says how far it is in Dutch`() {
    #expect(
      halfway.text(in: .nl)
        == "1.234 van 5.000 bestanden · 2,0 GB van 8,0 GB (25%) · 312 gevonden"
        + " · 4 niet of deels onderzocht · nog ongeveer 3 min")
  }

  @Test func `says how far it is in English`() {
    #expect(
      halfway.text(in: .en)
        == "1,234 of 5,000 files · 2.0 GB of 8.0 GB (25%) · 312 found"
        + " · 4 not or partly examined · about 3 min left")
  }

  @Test func `promises nothing while the files are not counted`() {
    let line = ProgressLine(
      fileCount: 1, byteCount: 10, findingCount: 0, gapCount: 0, elapsed: 60)
    #expect(line.text(in: .en) == "1 file · 10 B · 0 found")
  }

  @Test func `stays at 100 percent when files grow`() {
    var line = halfway
    line.byteCount = 9_000_000_000
    #expect(line.text(in: .en).contains("(100%)"))
    #expect(line.text(in: .en).hasSuffix("less than a minute left"))
  }

  @Test func `does not estimate from the first seconds`() {
    var line = halfway
    line.elapsed = 2
    #expect(!line.text(in: .en).contains("left"))
  }
}
