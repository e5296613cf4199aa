import Testing

@testable import Scanning

@Suite struct ThrottleTests {
  @Test func `does not hold up a scan that is to stop`() {
    let progress = ScanProgress()
    progress.cancel()
    // A terabyte at a byte a second: a test that waited would not end.
    Throttle(bytesPerSecond: 1).wait(afterReading: 1 << 40, progress)
    #expect(progress.isCancelled)
  }
}
