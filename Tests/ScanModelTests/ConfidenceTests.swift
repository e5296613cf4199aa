import ScanModel
import Testing

@Suite struct ConfidenceTests {
  @Test(
    arguments: [
      (0, 0), (1, 1), (-3, 0), (7, 1), (0.5, 0.5), (0.494, 0.49), (0.495, 0.5), (0.7999, 0.8),
      (0.29, 0.29), (.nan, 0), (.infinity, 1), (-.infinity, 0),
    ] as [(Double, Double)])
  func `lies between 0 and 1 in steps of a hundredth`(given: Double, value: Double) {
    #expect(Confidence(given).value == value)
  }

  @Test func `has every hundredth`() {
    let values = (0...100).map { Confidence(Double($0) / 100).value }
    #expect(values == (0...100).map { Double($0) / 100 })
  }
}
