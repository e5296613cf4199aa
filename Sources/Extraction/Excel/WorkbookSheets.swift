/// The sheets that a workbook says it has, and which of them were read.
struct WorkbookSheets {
  /// Sheets behind so many are not looked for.
  private static let limit = 16_384

  private var sheets: [WorkbookSheet] = []
  private var indexes: [Int: Int] = [:]
  private var readStarts: Set<Int> = []
  /// Where sheets begin, in order as far as nothing was added since.
  private var starts: [Int] = []
  private var isSorted = true
  private var startIndex = 0
  private(set) var isOverLimit = false

  /// Whether there is none, told of or read.
  var isEmpty: Bool { sheets.isEmpty && readStarts.isEmpty }
  var unread: [WorkbookSheet] { sheets.filter { !readStarts.contains($0.start) } }

  mutating func append(_ sheet: WorkbookSheet) {
    guard sheets.count < Self.limit else { return isOverLimit = true }
    if indexes[sheet.start] == nil { indexes[sheet.start] = sheets.count }
    sheets.append(sheet)
    starts.append(sheet.start)
    isSorted = false
  }

  mutating func markRead(at start: Int) {
    readStarts.insert(start)
  }

  func sheet(at start: Int) -> WorkbookSheet? {
    indexes[start].map { sheets[$0] }
  }

  /// Where the next sheet behind `position` begins; positions do not go back.
  mutating func start(behind position: Int) -> Int? {
    if !isSorted {
      starts.sort()
      startIndex = 0
      isSorted = true
    }
    while startIndex < starts.count, starts[startIndex] <= position { startIndex += 1 }
    return startIndex < starts.count ? starts[startIndex] : nil
  }
}
