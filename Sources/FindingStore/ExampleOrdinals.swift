internal import ScanModel

/// Which findings of a kind are the examples of its tally: chosen as `KindTally` does.
struct ExampleOrdinals {
  private var confidences: [Confidence] = []
  /// From 0, over all findings of the file.
  private(set) var ordinals: [Int] = []
  private var weakest = Confidence(1)

  init() {
    confidences.reserveCapacity(KindTally.exampleLimit)
    ordinals.reserveCapacity(KindTally.exampleLimit)
  }

  mutating func count(_ confidence: Confidence, ordinal: Int) {
    if ordinals.count >= KindTally.exampleLimit {
      guard confidence > weakest, let place = confidences.firstIndex(of: weakest) else { return }
      confidences.remove(at: place)
      ordinals.remove(at: place)
    }
    confidences.append(confidence)
    ordinals.append(ordinal)
    weakest = confidences.min() ?? confidence
  }
}
