internal import Hashing
internal import ScanModel
internal import Wire

/// Packs the findings of a file into blocks without their values.
///
/// What repeats (kinds, parts, reasons, forms of places, values) stands once in each block; a finding
/// is a row of small numbers and its mask.
struct FindingPacker {
  /// The findings of a block, packed, and the values that occur in it.
  struct Block: Sendable {
    let count: Int
    let body: [UInt8]
    let hashes: [ValueHash]
  }

  private static let blockLimit = 4096
  /// How many of the parts and reasons before are looked through for one that is alike.
  private static let reach = 12

  private let hasher: ValueHasher
  private(set) var blocks: [Block] = []
  private var count = 0
  private var rows = WireWriter()
  private var mask: [UInt8] = []
  private var kinds: [String] = []
  private var parts: [[DocumentPart]] = []
  private var reasons: [[Reason]] = []
  private var places: [Place] = []
  private var hashes: [ValueHash] = []
  private var known: [Value: Int] = [:]

  private struct Value: Hashable {
    let kind: Int
    let text: SensitiveText
  }

  init(_ hasher: ValueHasher) {
    self.hasher = hasher
  }

  /// How many bytes wait in finished blocks.
  var byteCount: Int { blocks.reduce(0) { $0 + $1.body.count + 16 * $1.hashes.count } }

  mutating func take(_ findings: [Finding]) {
    for finding in findings { take(finding) }
  }

  /// Takes out the finished blocks; at the end of a file, with what is left.
  mutating func takeBlocks(isAtEnd: Bool) -> [Block] {
    if isAtEnd { close() }
    defer { blocks.removeAll() }
    return blocks
  }

  /// The findings in one block, packed.
  static func pack(_ findings: [Finding], _ hasher: ValueHasher) -> Block? {
    FindingPacker(hasher).packed(findings)
  }

  /// Other findings in a block of their own, packed; most of their values are in this one too.
  func packed(_ findings: [Finding]) -> Block? {
    guard !findings.isEmpty else { return nil }
    var packer = FindingPacker(hasher)
    for finding in findings { packer.take(finding, hash: knownHash(of: finding)) }
    return packer.takeBlocks(isAtEnd: true).first
  }

  /// The hash of the value, where it occurs in the block that is being made.
  private func knownHash(of finding: Finding) -> ValueHash? {
    guard let kind = kinds.firstIndex(of: finding.kind),
      let place = known[Value(kind: kind, text: finding.normalized)]
    else { return nil }
    return hashes[place]
  }

  private mutating func take(_ finding: Finding, hash knownHash: ValueHash? = nil) {
    if count >= Self.blockLimit { close() }
    let kind = kinds.firstIndex(of: finding.kind) ?? kinds.add(finding.kind)
    let value = Value(kind: kind, text: finding.normalized)
    let hash =
      known[value]
      ?? {
        let number = hashes.add(
          knownHash ?? hasher.hash(kind: finding.kind, value: finding.normalized.revealed))
        known[value] = number
        return number
      }()
    rows.append(kind)
    rows.append(parts.place(of: finding.part, reach: Self.reach))
    rows.append(places.place(of: finding.place.form, reach: Self.reach))
    rows.append(finding.place.number)
    rows.append(finding.place.column)
    rows.append(Int((finding.confidence.value * 100).rounded()))
    rows.append(reasons.place(of: finding.reasons, reach: Self.reach))
    rows.append(hash)
    mask.removeAll(keepingCapacity: true)
    if !finding.value.appendPlainMask(visibleCount: 2, to: &mask) {
      mask += finding.value.masked().utf8
    }
    PackedMask.pack(&mask)
    rows.append(mask)
    count += 1
  }

  /// Ends the block, unless there is nothing in it.
  private mutating func close() {
    guard count > 0 else { return }
    var wire = WireWriter()
    wire.append(PackedFindings.version)
    wire.append(kinds) { $0.append($1) }
    wire.append(parts) { wire, parts in wire.append(parts) { $1.write(to: &$0) } }
    wire.append(places) { $1.write(to: &$0) }
    wire.append(reasons) { wire, reasons in wire.append(reasons) { $1.write(to: &$0) } }
    wire.append(hashes) { $0.append($1.bytes) }
    wire.append(count)
    wire.append(rows.bytes)
    blocks.append(Block(count: count, body: wire.bytes, hashes: hashes))
    count = 0
    rows.removeAll()
    kinds.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    reasons.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
  }
}

extension Array where Element: Equatable {
  /// Appends the element; returns where it stands.
  fileprivate mutating func add(_ element: Element) -> Int {
    append(element)
    return count - 1
  }

  /// Where the element stands among the last `reach`, or is appended.
  fileprivate mutating func place(of element: Element, reach: Int) -> Int {
    for index in indices.suffix(reach).reversed() where self[index] == element { return index }
    return add(element)
  }
}

extension Place {
  /// The place without its numbers.
  fileprivate var form: Place { with(number: 0, column: 0) }

  /// The same form of place with other numbers.
  func with(number: Int, column: Int) -> Place {
    switch self {
    case .line: .line(number, column: column)
    case .cell(_, _, let header): .cell(row: number, column: column, header: header)
    case .element(let path, _): .element(path: path, line: number)
    case .paragraph(_, let header): .paragraph(number, header: header)
    case .record(_, let field): .record(line: number, field: field)
    }
  }
}
