/// The sectors of a database of FileMaker Pro.
///
/// Those from version 7 on have 4,096 bytes, their values are masked; earlier ones have 1,024. The leaves
/// are a chain in the order of their keys, and each repeats the path that its first value lies at.
///
/// Source: HACKING of fmptools, as compared with its files of version 3 to 12.
struct FileMakerFile {
  /// How sectors and what they hold are written.
  enum Form {
    /// Up to version 6.
    case early
    /// From version 7 on.
    case masked

    var sectorByteCount: Int { self == .early ? 1024 : 4096 }
    /// What stands before the values of a sector.
    fileprivate var headByteCount: Int { self == .early ? 14 : 20 }
    fileprivate var firstSector: Int { self == .early ? 2048 : 4096 }
    fileprivate var placeOfNext: Int { self == .early ? 6 : 8 }
    /// Of how many bytes the values are, in early files.
    fileprivate var placeOfLength: Int { 12 }
    /// What the bytes of texts are masked with.
    var mask: UInt8 { self == .early ? 0 : 0x5A }
  }

  /// `00 01 00 00 00 02 00 01 00 05 00 02 00 02 C0`.
  static let markByteCount = 15

  let form: Form
  /// The values of the leaves in their order, behind them those of leaves that are not in the chain.
  let leaves: [Range<Int>]
  /// What lies in sectors behind their values: what was there before, in early files.
  let remains: [Range<Int>]
  /// Whether the chain and all sectors that the file says it has are there.
  let isWhole: Bool

  /// Nil for a file without a sector.
  init?(_ bytes: Span<UInt8>) {
    let form = bytes.begins(with: "HBAM7", at: Self.markByteCount) ? Form.masked : .early
    let sectors = Sectors(form, bytes)
    guard sectors.count >= Sectors.firstLeaf else { return nil }
    let (chain, end) = sectors.chain(in: bytes)
    let rest = sectors.leaves(besides: chain, isWhole: end == 0, in: bytes)
    self.form = form
    isWhole = end == 0 && rest.isFree && sectors.next(1, in: bytes) <= sectors.count
    leaves = (chain + rest.numbers).map { sectors.values($0, in: bytes) }
    remains = (1..<sectors.count + 1).map { sectors.remains($0, in: bytes) }
      .filter { !$0.isEmpty }
  }
}

/// The sectors of a database by their number, from 1.
private struct Sectors {
  static let firstLeaf = 2
  /// Of so many sectors of the later form one is a node above the leaves, at most; it looks as they do.
  private static let leavesOfNode = 16

  private let form: FileMakerFile.Form
  let count: Int

  init(_ form: FileMakerFile.Form, _ bytes: Span<UInt8>) {
    self.form = form
    count = max(0, bytes.count - form.firstSector) / form.sectorByteCount
  }

  private func start(_ number: Int) -> Int {
    form.firstSector + (number - 1) * form.sectorByteCount
  }

  /// The number of the sector behind one; of the first, how many there are.
  func next(_ number: Int, in bytes: Span<UInt8>) -> Int {
    bytes.bigEndian32(at: start(number) + form.placeOfNext)
  }

  /// The sectors from the first leaf on, and what the last says comes next: 0 for none.
  func chain(in bytes: Span<UInt8>) -> (numbers: [Int], end: Int) {
    var numbers: [Int] = []
    var isSeen = [Bool](repeating: false, count: count + 1)
    var number = Self.firstLeaf
    while 1...count ~= number, !isSeen[number] {
      isSeen[number] = true
      numbers.append(number)
      number = next(number, in: bytes)
    }
    return (numbers, number)
  }

  /// The leaves that are not in the chain, and whether all of them are said to be free.
  func leaves(
    besides chain: [Int], isWhole: Bool, in bytes: Span<UInt8>
  ) -> (numbers: [Int], isFree: Bool) {
    let chained = Set(chain)
    let others = (Self.firstLeaf..<count + 1).filter { !chained.contains($0) }
    switch form {
    case .early:
      let leaves = others.filter { bytes[start($0) + 1] == 0 }
      return (leaves, leaves.allSatisfy { bytes[start($0)] != 0 })
    case .masked:
      let areNodes = isWhole && others.count <= count / Self.leavesOfNode
      return (areNodes ? [] : others, true)
    }
  }

  /// Where the values of a sector lie.
  func values(_ number: Int, in bytes: Span<UInt8>) -> Range<Int> {
    let start = start(number) + form.headByteCount
    let room = form.sectorByteCount - form.headByteCount
    let stated = Int(bytes.bigEndian16(at: self.start(number) + form.placeOfLength))
    return start..<start + (form == .early ? min(stated, room) : room)
  }

  /// What lies behind the values of a sector.
  func remains(_ number: Int, in bytes: Span<UInt8>) -> Range<Int> {
    values(number, in: bytes).upperBound..<start(number) + form.sectorByteCount
  }
}
