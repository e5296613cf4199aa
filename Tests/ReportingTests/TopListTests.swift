import Testing

@testable import Reporting

@Suite struct TopListTests {
  @Test(arguments: [0, 1, 4, 5, 6, 9, 10, 11, 1000])
  func `keeps the first in order, whatever the order in which they come`(count: Int) {
    var random = SystemRandomNumberGenerator()
    var list = TopList<Int>(limit: 5, by: <)
    for number in (0..<count).shuffled(using: &random) { list.offer(number) }
    #expect(list.elements == Array(0..<min(5, count)))
    #expect(list.offeredCount == count)
    #expect(list.omittedCount == max(0, count - 5))
  }
}
