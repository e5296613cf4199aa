import AuditLog
import Cryptography
import Foundation
import ScanModel
import Testing

/// What somebody without the key can do to a log, and how it is found out.
@Suite struct AuditCheckTests {
  private let bench: AuditBench

  init() throws {
    bench = try AuditBench()
    try bench.fill(6)
  }

  private func problems(
    _ change: (inout [String]) throws -> Void
  ) throws -> [AuditProblem] {
    var lines = try bench.lines
    try change(&lines)
    try bench.replace(with: lines)
    return try bench.log().verify().problems
  }

  @Test(arguments: ["Z-3", "inzage", "fg", "locate", "a3", "2026"])
  func `a changed line`(word: String) throws {
    let problems = try problems { lines in
      #expect(lines[2].contains(word))
      lines[2] = lines[2].replacing(word, with: "x")
    }
    #expect(problems == [.changed(line: 3)])
  }

  @Test func `a line that is no line any more`() throws {
    #expect(try problems { $0[2] = "niets" } == [.changed(line: 3)])
  }

  @Test func `missing lines`() throws {
    #expect(
      try problems { $0.removeSubrange(1...2) } == [.missing(numbers: 2...3)])
  }

  @Test func `the first line missing`() throws {
    #expect(try problems { $0.removeFirst() } == [.missing(numbers: 1...1)])
  }

  @Test func `an added line, made up or doubled`() throws {
    #expect(
      try problems { lines in
        lines.insert(lines[3].replacing("Z-4", with: "Z-9"), at: 4)
        lines.insert(lines[0], at: 6)
        lines.insert("", at: 2)
      } == [.added(line: 3), .added(line: 6), .added(line: 8)])
  }

  @Test func `swapped lines`() throws {
    #expect(try problems { $0.swapAt(2, 3) } == [.swapped(line: 4, number: 3)])
  }

  @Test(arguments: [1, 3])
  func `a cut end`(count: Int) throws {
    #expect(try problems { $0.removeLast(count) } == [.cut(numbers: 7 - count...6)])
  }

  @Test func `everything cut`() throws {
    #expect(try problems { $0.removeAll() } == [.cut(numbers: 1...6)])
  }

  @Test func `the last line changed`() throws {
    #expect(
      try problems { $0[5] = $0[5].replacing("Z-6", with: "Z-7") } == [.changed(line: 6)])
  }

  @Test func `a line of another log under the same key`() throws {
    let other = try AuditBench()
    let log = try other.log()
    for number in 1...6 { try log.append(bench.entry(number, reason: "anders")) }
    let line = try other.lines[3]
    #expect(
      try problems { $0[3] = line } == [.foreign(line: 4), .foreign(line: 5)])
  }

  @Test func `the head gone, changed or old`() throws {
    let old = try AuditBench()
    try old.fill(2)
    let head = try Data(contentsOf: old.url(".head"))
    try head.write(to: bench.url(".head"))
    #expect(try bench.log().verify().problems == [.headBehind(number: 2)])
    var changed = String(decoding: try Data(contentsOf: bench.url(".head")), as: UTF8.self)
    changed = changed.replacing("\"number\":2", with: "\"number\":6")
    try Data(changed.utf8).write(to: bench.url(".head"))
    #expect(try bench.log().verify().problems == [.headChanged])
    try FileManager.default.removeItem(at: bench.url(".head"))
    #expect(try bench.log().verify().problems == [.headMissing])
  }

  @Test func `a log whose end was cut or changed takes no entry more`() throws {
    let text = try bench.text
    _ = try problems { $0.removeLast() }
    #expect(throws: AuditError.broken(bench.path, .cut(numbers: 6...6))) {
      try bench.log().append(bench.entry(7))
    }
    try bench.replace(text: text.replacing("Z-6", with: "Z-7"))
    #expect(throws: AuditError.broken(bench.path, .changed(line: 6))) {
      try bench.log().append(bench.entry(7))
    }
  }

  @Test func `every change of one byte is found`() throws {
    let bytes = Array(try bench.text.utf8)
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 1
      try Data(changed).write(to: bench.url(""))
      #expect(try bench.log().verify().isIntact == false, "byte \(place)")
    }
  }
}
