internal import Cryptography
internal import ScanModel
internal import Wire

/// Packs the findings of a file into blocks without their values.
///
/// What repeats (kinds, parts, reasons, forms of places, values) stands once in each block; a finding
/// is a row of small numbers and its mask.
struct FindingPacker {
  /// The findings of a block, packed, and the keys of the values that occur in it (`ValueEntry`).
  struct Block: Sendable {
    let count: Int
    let body: [UInt8]
    let keys: [Int]
  }

  private static let blockLimit = 4096
  /// How many of the parts and reasons before are looked through for one that is alike.
  private static let reach = 12
  /// What the kinds, parts, places and reasons of most blocks take.
  private static let headByteCount = 512

  private let hasher: ValueHasher
  private(set) var blocks: [Block] = []
  private var count = 0
  /// Findings in the blocks before.
  private var closedCount = 0
  private var rows = WireWriter()
  private var mask: [UInt8] = []
  private var message: [UInt8] = []
  /// Of the whole file.
  private var kinds = RepeatedItems<String>()
  /// That of the last finding.
  private var kind = 0
  private var examples: [ExampleOrdinals] = []
  private var parts = RepeatedItems<[DocumentPart]>()
  private var reasons = RepeatedItems<[Reason]>()
  private var places = RepeatedItems<Place>()
  private var hashes = DistinctHashes()

  init(_ hasher: ValueHasher) {
    self.hasher = hasher
  }

  /// How many bytes wait in finished blocks.
  var byteCount: Int { blocks.reduce(0) { $0 + $1.body.count + 8 * $1.keys.count } }

  mutating func take(_ findings: [Finding]) {
    // Not copied one by one: a finding holds several counted references.
    let findings = findings.span
    for index in findings.indices { take(findings[index]) }
  }

  /// Takes out the finished blocks; at the end of a file, with what is left.
  mutating func takeBlocks(isAtEnd: Bool) -> [Block] {
    if isAtEnd { close() }
    defer { blocks.removeAll() }
    return blocks
  }

  /// Where the examples of a kind stand among the findings of the file, from 0.
  func examples(of kind: String) -> [Int] {
    kinds.items.firstIndex(of: kind).map { examples[$0].ordinals } ?? []
  }

  /// Makes it ready for another file.
  mutating func removeAll() {
    guard !kinds.items.isEmpty else { return }
    close()
    blocks.removeAll()
    closedCount = 0
    kinds.removeAll()
    kind = 0
    examples.removeAll(keepingCapacity: true)
  }

  /// The findings in one block, packed.
  static func pack(_ findings: [Finding], _ hasher: ValueHasher) -> Block? {
    guard !findings.isEmpty else { return nil }
    var packer = FindingPacker(hasher)
    packer.take(findings)
    return packer.takeBlocks(isAtEnd: true).first
  }

  private mutating func take(_ finding: borrowing Finding) {
    if count >= Self.blockLimit { close() }
    kind = kinds.place(of: finding.kind, in: kind, reach: .max)
    if kind == examples.count { examples.append(ExampleOrdinals()) }
    examples[kind].count(finding.confidence, ordinal: closedCount + count)
    rows.append(kind)
    rows.append(parts.place(of: finding.part, in: kind, reach: Self.reach))
    rows.append(places.place(of: finding.place.form, in: kind, reach: Self.reach))
    rows.append(finding.place.number)
    rows.append(finding.place.column)
    rows.append(Int((finding.confidence.value * 100).rounded()))
    rows.append(reasons.place(of: finding.reasons, in: kind, reach: Self.reach))
    rows.append(
      hashes.place(
        of: hasher.hash(kind: finding.kind, value: finding.normalized, in: &message)))
    mask.removeAll(keepingCapacity: true)
    if !finding.value.appendPlainMask(visibleCount: 2, mark: PackedMask.mark, to: &mask) {
      mask += finding.value.masked().utf8
      PackedMask.pack(&mask)
    }
    rows.append(mask)
    count += 1
  }

  /// Ends the block, unless there is nothing in it.
  private mutating func close() {
    guard count > 0 else { return }
    let packedHashes = hashes.packed
    var wire = WireWriter(
      reservingCapacity: rows.bytes.count + packedHashes.count + Self.headByteCount)
    wire.append(PackedFindings.version)
    wire.append(kinds.items) { $0.append($1) }
    wire.append(parts.items) { wire, parts in wire.append(parts) { $1.write(to: &$0) } }
    wire.append(places.items) { $1.write(to: &$0) }
    wire.append(reasons.items) { wire, reasons in wire.append(reasons) { $1.write(to: &$0) } }
    wire.append(hashes.hashes.count)
    wire.append(rest: packedHashes)
    wire.append(count)
    wire.append(rows.bytes)
    blocks.append(Block(count: count, body: wire.bytes, keys: hashes.hashes.map(ValueEntry.key)))
    closedCount += count
    count = 0
    rows.removeAll()
    parts.removeAll()
    places.removeAll()
    reasons.removeAll()
    hashes.removeAll()
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
