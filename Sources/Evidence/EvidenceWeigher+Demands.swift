internal import Matching
internal import ScanModel
internal import Validators

extension EvidenceWeigher {
  /// How many cells away, and how many bytes, a neighbour stands at most; blocks reach further.
  private static let neighbourReach = (fieldCount: 3, byteCount: 256)
  /// A house number with its addition is no longer, in bytes.
  private static let longestNeighbour = 12

  /// Whether a match demands of a cell beside it what is not there.
  ///
  /// Changes nothing, as other questions that `score` asks: were they not `mutating`, each would get a copy
  /// of the weigher.
  mutating func lacksDemand(
    _ match: Match, in text: Span<UInt8>, _ layout: borrowing TextLayout
  ) -> Bool {
    guard let index = match.fieldIndex,
      let demand = vocabulary.cellDemands.firstIndex(where: {
        $0.isMade(by: match.patternIndex, match.expressionIndex)
      })
    else { return false }
    let field = layout.fields[index]
    let first = max(index - Self.neighbourReach.fieldCount, 0)
    let last = min(index + Self.neighbourReach.fieldCount, layout.fields.count - 1)
    return !(first...last).contains {
      let other = layout.fields[$0]
      return other.label >= 0
        && meanings[Int(other.label)].meets(demand, isNext: $0 == index + 1)
        && (layout.form.hasSiblings || other.row == field.row)
        && field.range.lowerBound - other.range.upperBound <= Self.neighbourReach.byteCount
        && other.range.lowerBound - field.range.upperBound <= Self.neighbourReach.byteCount
        && (1...Self.longestNeighbour).contains(other.range.count)
        && text[other.range.lowerBound].isDigit
    }
  }
}

extension LabelMeaning {
  /// Whether a number under the label meets a demand of the cell before, or of another.
  fileprivate func meets(_ demand: Int, isNext: Bool) -> Bool {
    demandsBeside.contains(demand) || isNext && demandsBehind.contains(demand)
  }
}
