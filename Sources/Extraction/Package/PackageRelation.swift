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
    let target = unescaped(target).prefix { $0 != UInt8(ascii: "#") }
    var steps: [UInt8] = []
    if let first = target.first, !isSeparator(first) {
      steps.reserveCapacity(path.utf8.count + target.count)
      append(Array(path.utf8)[...], to: &steps)
      removeLastStep(of: &steps)
    }
    append(target, to: &steps)
    return String(decoding: steps, as: UTF8.self)
  }

  /// The part that lists the relations of the part at `path`.
  static func relations(of path: String) -> String {
    var steps: [UInt8] = []
    steps.reserveCapacity(path.utf8.count + 16)
    append(Array(path.utf8)[...], to: &steps)
    let start = steps.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    steps.insert(contentsOf: "_rels/".utf8, at: start)
    steps.append(contentsOf: ".rels".utf8)
    return String(decoding: steps, as: UTF8.self)
  }

  /// Goes on with each step of `path`, and back where it says so.
  private static func append(_ path: ArraySlice<UInt8>, to steps: inout [UInt8]) {
    for step in path.split(whereSeparator: isSeparator) {
      if step.elementsEqual([UInt8(ascii: ".")]) { continue }
      if step.elementsEqual([UInt8(ascii: "."), UInt8(ascii: ".")]) {
        removeLastStep(of: &steps)
        continue
      }
      if !steps.isEmpty { steps.append(UInt8(ascii: "/")) }
      steps.append(contentsOf: step)
    }
  }

  private static func removeLastStep(of steps: inout [UInt8]) {
    steps.removeSubrange((steps.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }

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
