package import ScanModel

extension Reason {
  package func write(to wire: inout WireWriter) {
    wire.append(number)
    switch self {
    case .checkPassed(let word), .nearbyLabel(let word), .columnHeader(let word),
      .fieldName(let word), .knownRecord(let word), .counterWord(let word), .within(let word):
      wire.append(word)
    case .label(let word, let distance):
      wire.append(word)
      wire.append(distance)
    case .columnPasses(let passed, let count), .columnIsRandom(let passed, let count):
      wire.append(passed)
      wire.append(count)
    case .noCheck, .typicalNotation, .testRange, .lostZero, .splitOverLines, .mayHoldBSN,
      .functionalAddress, .notPublicAddress, .unknownBank:
      break
    }
  }

  private var number: Int {
    switch self {
    case .checkPassed: 0
    case .noCheck: 1
    case .label: 2
    case .nearbyLabel: 3
    case .columnHeader: 4
    case .fieldName: 5
    case .knownRecord: 6
    case .counterWord: 7
    case .typicalNotation: 8
    case .testRange: 9
    case .lostZero: 10
    case .splitOverLines: 11
    case .columnPasses: 12
    case .columnIsRandom: 13
    case .within: 14
    case .mayHoldBSN: 15
    case .functionalAddress: 16
    case .notPublicAddress: 17
    case .unknownBank: 18
    }
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    switch try wire.integer() {
    case 0: self = .checkPassed(try wire.string())
    case 1: self = .noCheck
    case 2: self = .label(try wire.string(), distance: try wire.integer())
    case 3: self = .nearbyLabel(try wire.string())
    case 4: self = .columnHeader(try wire.string())
    case 5: self = .fieldName(try wire.string())
    case 6: self = .knownRecord(try wire.string())
    case 7: self = .counterWord(try wire.string())
    case 8: self = .typicalNotation
    case 9: self = .testRange
    case 10: self = .lostZero
    case 11: self = .splitOverLines
    case 12: self = .columnPasses(passed: try wire.integer(), count: try wire.integer())
    case 13: self = .columnIsRandom(passed: try wire.integer(), count: try wire.integer())
    case 14: self = .within(try wire.string())
    case 15: self = .mayHoldBSN
    case 16: self = .functionalAddress
    case 17: self = .notPublicAddress
    case 18: self = .unknownBank
    default: throw WireReader.Mismatch()
    }
  }
}
