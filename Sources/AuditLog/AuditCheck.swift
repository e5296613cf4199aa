/// Tells what is wrong with the lines of a log, each of which proves itself by its code.
struct AuditCheck {
  private struct Line {
    /// From 1.
    let place: Int
    let record: AuditRecord?
    let isAuthentic: Bool
  }

  private let lines: AuditLines
  private var problems: [(place: Int, problem: AuditProblem)] = []
  /// By their numbers, the lines that are as they were written.
  private var known: [Int: (place: Int, record: AuditRecord)] = [:]
  /// The numbers of lines that are there and were changed.
  private var changed: Set<Int> = []

  init(_ lines: AuditLines) {
    self.lines = lines
  }

  /// The verdict on a whole log; `headText` is nil where there is no head.
  mutating func verdict(of text: [UInt8], headText: [UInt8]?) -> AuditVerdict {
    var pieces = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let half = pieces.popLast() ?? []
    let all = pieces.enumerated().map { index, bytes in
      let line = SealedLine(Array(bytes))
      return Line(
        place: index + 1, record: lines.record(line), isAuthentic: lines.isAuthentic(line))
    }
    takeKnown(all)
    takeChanged(all)
    checkOrder()
    checkNumbers(headText)
    let records = known.values.map(\.record).sorted { $0.number < $1.number }
    return AuditVerdict(
      lineCount: all.count, head: records.last?.head,
      problems: problems.sorted { $0.place < $1.place }.map(\.problem),
      halfLineByteCount: half.count, records: records)
  }

  private mutating func takeKnown(_ all: [Line]) {
    for line in all where line.isAuthentic {
      guard let record = line.record else { continue }
      if known[record.number] == nil {
        known[record.number] = (line.place, record)
      } else {
        problems.append((line.place, .added(line: line.place)))
      }
    }
  }

  /// A line that proves nothing stands for the one that is missing at its place.
  private mutating func takeChanged(_ all: [Line]) {
    var expected = 1
    for line in all {
      if line.isAuthentic, let record = line.record {
        expected = record.number + 1
        continue
      }
      let number = line.record?.number ?? expected
      let isMissing = known[number] == nil && number > 0 && !changed.contains(number)
      if isMissing && number == expected {
        changed.insert(number)
        problems.append((line.place, .changed(line: line.place)))
        expected += 1
      } else {
        problems.append((line.place, .added(line: line.place)))
      }
    }
  }

  private mutating func checkOrder() {
    var highest = 0
    for (place, record) in known.values.sorted(by: { $0.place < $1.place }) {
      if record.number < highest {
        problems.append((place, .swapped(line: place, number: record.number)))
      }
      highest = max(highest, record.number)
      let before = record.number == 1 ? lines.start : known[record.number - 1]?.record.code
      if let before, before != record.previous {
        problems.append((place, .foreign(line: place)))
      }
    }
  }

  private mutating func checkNumbers(_ headText: [UInt8]?) {
    let last = max(known.keys.max() ?? 0, changed.max() ?? 0)
    for numbers in gaps(upTo: last) {
      // Where the next line stands.
      let place = known[numbers.upperBound + 1]?.place ?? .max
      problems.append((place, .missing(numbers: numbers)))
    }
    guard let headText else {
      // The writing of the first line may have been broken off before that of its head.
      if last > 1 { problems.append((.max, .headMissing)) }
      return
    }
    guard let (_, head, isAuthentic) = lines.head(headText), isAuthentic else {
      return problems.append((.max, .headChanged))
    }
    if head.number > last {
      problems.append((.max, .cut(numbers: last + 1...head.number)))
    } else if let record = known[head.number]?.record, record.code != head.code {
      problems.append((.max, .headOther(number: head.number)))
    } else if head.number < last - 1 {
      problems.append((.max, .headBehind(number: head.number)))
    }
  }

  /// The numbers up to `last` that no line has, as ranges.
  private func gaps(upTo last: Int) -> [ClosedRange<Int>] {
    let present = changed.union(known.keys).sorted()
    var gaps: [ClosedRange<Int>] = []
    var next = 1
    for number in present {
      if number > next { gaps.append(next...number - 1) }
      next = max(next, number + 1)
    }
    return gaps
  }
}
