import Testing

@testable import Reporting

@Suite struct VisibleScalarsTests {
  @Test func `are told by their category, whatever the script`() {
    let wrong = (0..<0x30000).compactMap { Unicode.Scalar($0 as UInt32) }.filter { scalar in
      let isHidden = [.control, .format, .lineSeparator, .paragraphSeparator]
        .contains(scalar.properties.generalCategory)
      return scalar.isDeceptive != isHidden
    }
    #expect(wrong.isEmpty)
  }
}
