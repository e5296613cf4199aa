/// How a part of a package is related to another one, or to something outside.
struct PackageRelation: Hashable, Sendable {
  var id: [UInt8] = []
  /// The last step of the type, such as `hyperlink`.
  var type: [UInt8] = []
  var target: [UInt8] = []
  var isExternal = false

  func isOfType(_ name: StaticString) -> Bool {
    type.elementsEqual(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }
}

/// The relations that a `.rels` part lists.
struct PackageRelations: PartContent {
  private static let byteLimit = 64 << 20

  private(set) var all: [PackageRelation] = []
  private var byteCount = 0

  subscript(id: [UInt8]) -> PackageRelation? {
    all.first { $0.id == id }
  }

  func first(ofType name: StaticString) -> PackageRelation? {
    all.first { $0.isOfType(name) }
  }

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    guard element.name == .relationship, byteCount < Self.byteLimit else { return }
    var relation = PackageRelation()
    var list = element.attributeList()
    while let attribute = list.next(in: bytes) {
      switch OfficeNames.all.name(in: bytes, attribute.name) {
      case .largeID: relation.id = bytes.unescaped(attribute.value)
      case .target: relation.target = bytes.unescaped(attribute.value)
      case .targetMode:
        relation.isExternal = bytes.unescaped(attribute.value) == Array("External".utf8)
      case .type:
        let type = bytes.unescaped(attribute.value)
        relation.type = Array(type[(type.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)...])
      default: break
      }
    }
    byteCount += element.attributes.count + MemoryLayout<PackageRelation>.size
    all.append(relation)
  }

  mutating func end(_ name: OfficeName) {}
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
  mutating func take(_ scalar: Unicode.Scalar) {}
}

/// The paths of parts.
enum PackagePath {
  /// The part that `target` names where it stands in the part at `path`.
  static func resolve(_ target: [UInt8], from path: String) -> String {
    var steps: [Substring] = []
    let target =
      String(decoding: unescaped(target), as: UTF8.self)
      .split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    let isAbsolute = target.utf8.first == 0x2F || target.utf8.first == 0x5C
    if !isAbsolute { steps = Array(split(path).dropLast()) }
    for step in split(target) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  /// The part that lists the relations of the part at `path`.
  static func relations(of path: String) -> String {
    let steps = split(path)
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    return folder + "_rels/" + (steps.last ?? "") + ".rels"
  }

  private static func split(_ path: some StringProtocol) -> [Substring] {
    Substring(path).split { $0 == "/" || $0 == "\\" }
  }

  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x25) else { return bytes }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count,
        let high = bytes[index + 1].hexadecimalValue,
        let low = bytes[index + 2].hexadecimalValue
      {
        plain.append(UInt8(high * 16 + low))
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }
}
