/// What the content of a file may cost.
struct PDFContentBudget {
  static let operatorLimit = 20_000_000
  static let pageByteLimit = 64 << 20
  static let fileByteLimit = 2 << 30
  static let formDepth = 12
  static let pageLimit = 50_000
  /// What reading a form costs, in operators.
  static let formCost = 50

  private(set) var operators = 0
  private(set) var fileBytes = 0
  private(set) var pageBytes = 0
  private(set) var isSpent = false
  /// Whether something was left out because it lies too deep or the page has too many bytes.
  private(set) var hasLeftOut = false

  mutating func beginPage() { pageBytes = 0 }

  /// Counts operators; false where there may not be more.
  @inline(__always)
  mutating func spend(operators count: Int) -> Bool {
    operators &+= count
    if operators > Self.operatorLimit { isSpent = true }
    return !isSpent
  }

  /// Counts bytes of content; false where there may not be more on the page or in the file.
  mutating func spend(bytes count: Int) -> Bool {
    pageBytes += count
    fileBytes += count
    if fileBytes > Self.fileByteLimit { isSpent = true }
    if pageBytes > Self.pageByteLimit { hasLeftOut = true }
    return !isSpent && pageBytes <= Self.pageByteLimit
  }

  mutating func noteLeftOut() { hasLeftOut = true }

  /// How many bytes the page may still have.
  var bytesLeft: Int {
    max(0, min(Self.pageByteLimit - pageBytes, Self.fileByteLimit - fileBytes))
  }
}
