package import ScanModel

// What is written and what is read of a value stand side by side, in one order.

extension Finding {
  package func write(to wire: inout WireWriter) {
    wire.append(kind)
    wire.append(part) { $1.write(to: &$0) }
    place.write(to: &wire)
    wire.append(offset)
    wire.append(Int((confidence.value * 100).rounded()))
    wire.append(reasons) { $1.write(to: &$0) }
    wire.append(value.revealed)
    wire.append(normalized.revealed)
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    self.init(
      kind: try wire.string(), part: try wire.parts(), place: try Place(from: &wire),
      offset: try wire.integer(), confidence: Confidence(Double(try wire.integer()) / 100),
      reasons: try wire.list { wire throws(WireReader.Mismatch) in try Reason(from: &wire) },
      value: SensitiveText(try wire.string()), normalized: SensitiveText(try wire.string()))
  }
}

extension Place {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .line(let line, let column):
      wire.append(0)
      wire.append(line)
      wire.append(column)
    case .cell(let row, let column, let header):
      wire.append(1)
      wire.append(row)
      wire.append(column)
      wire.append(header)
    case .element(let path, let line):
      wire.append(2)
      wire.append(path)
      wire.append(line)
    case .paragraph(let number, let header):
      wire.append(3)
      wire.append(number)
      wire.append(header)
    case .record(let line, let field):
      wire.append(4)
      wire.append(line)
      wire.append(field)
    }
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    switch try wire.integer() {
    case 0: self = .line(try wire.integer(), column: try wire.integer())
    case 1:
      self = .cell(
        row: try wire.integer(), column: try wire.integer(), header: try wire.optionalString())
    case 2: self = .element(path: try wire.string(), line: try wire.integer())
    case 3: self = .paragraph(try wire.integer(), header: try wire.optionalString())
    case 4: self = .record(line: try wire.integer(), field: try wire.string())
    default: throw WireReader.Mismatch()
    }
  }
}

extension WireWriter {
  fileprivate mutating func append(_ value: String?) {
    append(value != nil)
    if let value { append(value) }
  }
}

extension WireReader {
  fileprivate mutating func optionalString() throws(Mismatch) -> String? {
    try boolean() ? try string() : nil
  }

  package mutating func parts() throws(Mismatch) -> [DocumentPart] {
    try list { wire throws(Mismatch) in try DocumentPart(from: &wire) }
  }
}
