package import ScanModel

extension DocumentPart {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .member(let name): wire.append(0, name)
    case .folder(let name): wire.append(1, name)
    case .message(let number): wire.append(2, number)
    case .page(let number): wire.append(3, number)
    case .slide(let number): wire.append(4, number)
    case .sheet(let name): wire.append(5, name)
    case .table(let name): wire.append(6, name)
    case .section(let section): wire.append(7, section.rawValue)
    }
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    switch try wire.integer() {
    case 0: self = .member(try wire.string())
    case 1: self = .folder(try wire.string())
    case 2: self = .message(try wire.integer())
    case 3: self = .page(try wire.integer())
    case 4: self = .slide(try wire.integer())
    case 5: self = .sheet(try wire.string())
    case 6: self = .table(try wire.string())
    case 7:
      guard let section = DocumentSection(rawValue: try wire.string()) else {
        throw WireReader.Mismatch()
      }
      self = .section(section)
    default: throw WireReader.Mismatch()
    }
  }
}

extension WireWriter {
  fileprivate mutating func append(_ code: Int, _ name: String) {
    append(code)
    append(name)
  }

  fileprivate mutating func append(_ code: Int, _ number: Int) {
    append(code)
    append(number)
  }
}
