import Testing

@testable import Extraction

@Suite struct AppleDoubleReaderTests {
  private static func number(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A file with these entries.
  private static func file(_ entries: [(kind: Int, bytes: [UInt8])]) -> [UInt8] {
    var place = 26 + 12 * entries.count
    var table: [UInt8] = []
    for entry in entries {
      table += number(entry.kind, 4) + number(place, 4) + number(entry.bytes.count, 4)
      place += entry.bytes.count
    }
    return [0, 5, 0x16, 7, 0, 2, 0, 0] + Array("Mac OS X        ".utf8)
      + number(entries.count, 2) + table + entries.flatMap(\.bytes)
  }

  /// The attributes of a file that begins with one entry, that of the Finder.
  private static func attributes(_ all: [(name: String, value: [UInt8])]) -> [UInt8] {
    var table: [UInt8] = []
    var values: [UInt8] = []
    let tableByteCount = all.map { (11 + $0.name.utf8.count + 1 + 3) / 4 * 4 }.reduce(0, +)
    let start = 38 + 32 + 2 + 36 + tableByteCount
    for (name, value) in all {
      let entry =
        number(start + values.count, 4) + number(value.count, 4) + [0, 0]
        + [UInt8(name.utf8.count + 1)] + Array(name.utf8) + [0]
      table += entry + [UInt8](repeating: 0, count: (4 - entry.count % 4) % 4)
      values += value
    }
    let header =
      Array("ATTR".utf8) + number(0, 4) + number(start + values.count, 4) + number(start, 4)
      + number(values.count, 4) + [UInt8](repeating: 0, count: 14) + number(all.count, 2)
    return [UInt8](repeating: 0, count: 34) + header + table + values
  }

  @Test func `reads the attributes of a file under their names`() {
    let source: [UInt8] =
      Array("bplist00".utf8) + [0xA1, 1, 0x5C] + Array("http://x.org".utf8)
      + [8, 10] + [0, 0, 0, 0, 0, 0, 1, 1] + Self.number(2, 8) + Self.number(0, 8)
      + Self.number(23, 8)
    let recording = DocumentRecording(
      of: Self.file([
        (
          9,
          Self.attributes([
            ("com.apple.quarantine", Array("0081;Mail;Jan Smit".utf8)),
            ("com.apple.metadata:kMDItemWhereFroms", source),
          ])
        )
      ]))
    #expect(recording.fields() == ["com.apple.quarantine=0081;Mail;Jan Smit"])
    #expect(recording.text(at: "com.apple.metadata:kMDItemWhereFroms") == "http://x.org")
    #expect(recording.outcome == "apple-double complete")
  }

  @Test func `reads the name and the remark of a file, and texts of its resources`() {
    let resources = [0, 1, 2] + Array("Bel Jan op 0612345678".utf8) + [0, 1]
    let recording = DocumentRecording(
      of: Self.file([(3, Array("brief".utf8)), (4, Array("van Fenna".utf8)), (2, resources)]))
    #expect(recording.text().contains("brief"))
    #expect(recording.text().contains("van Fenna"))
    #expect(recording.text(at: "raw-text").contains("Bel Jan op 0612345678"))
    #expect(recording.outcome == "apple-double text-in-binary")
    let blank = Array("This resource fork intentionally left blank   ".utf8)
    #expect(DocumentRecording(of: Self.file([(2, blank)])).outcome == "apple-double complete")
  }

  @Test(arguments: [31, 33, 35, 69])
  func `reads nothing where there is no room for attributes`(byteCount: Int) {
    let entry = Array(Self.attributes([("a", Array("Jan".utf8))])[..<byteCount])
    #expect(DocumentRecording(of: Self.file([(9, entry)])).outcome == "apple-double complete")
  }

  @Test func `survives a cut at any byte and any byte being another one`() {
    let file = Self.file([(9, Self.attributes([("a", Array("Jan".utf8))]))])
    for count in 4...file.count {
      #expect(DocumentRecording(of: Array(file[..<count])).faults.isEmpty)
    }
    for index in 4..<file.count {
      var changed = file
      changed[index] = 0xFF
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }
}
