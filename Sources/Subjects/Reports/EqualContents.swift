internal import ScanModel

/// Tells which files and members of a report have equal content, and brings copies together.
struct EqualContents {
  /// Where a content lies; an empty part stands for the file itself.
  private struct Place: Hashable {
    let path: FilePath
    let part: [DocumentPart]
  }

  /// An entry and what stands for the contents in it.
  private struct Coded {
    var entry: LocateReport.Entry
    let own: [UInt8]?
    let members: [(part: [DocumentPart], code: [UInt8])]

    init(_ entry: LocateReport.Entry, _ code: (ContentDigest) -> [UInt8]) {
      self.entry = entry
      own = entry.contentCode(code)
      members = entry.file.documents.compactMap { document in
        document.digest.map { (document.part, code($0)) }
      }
    }
  }

  /// By card, then the surest first, then by path; files that are copies follow the first of them.
  let entries: [LocateReport.Entry]

  /// `code` makes of a digest what stands for a content in all entries.
  init(_ entries: [LocateReport.Entry], code: (ContentDigest) -> [UInt8]) {
    let sorted = entries.sorted { $0.precedes($1) }.map { Coded($0, code) }
    let counts = Self.counts(of: sorted)
    var numbers: [[UInt8]: Int] = [:]
    func group(_ code: [UInt8]) -> Int? {
      guard counts[code] ?? 0 > 1 else { return nil }
      let number = numbers[code] ?? numbers.count + 1
      numbers[code] = number
      return number
    }
    self.entries = Self.withCopiesTogether(sorted).map { coded in
      var entry = coded.entry
      entry.copyGroup = coded.own.flatMap(group)
      for (part, code) in coded.members { entry.memberCopyGroups[part] = group(code) }
      return entry
    }
  }

  /// In how many places each content lies, whoever's data it holds.
  private static func counts(of entries: [Coded]) -> [[UInt8]: Int] {
    var places: [[UInt8]: Set<Place>] = [:]
    for coded in entries {
      let path = coded.entry.path
      if let code = coded.own { places[code, default: []].insert(Place(path: path, part: [])) }
      for (part, code) in coded.members {
        places[code, default: []].insert(Place(path: path, part: part))
      }
    }
    return places.mapValues { $0.count }
  }

  private static func withCopiesTogether(_ entries: [Coded]) -> [Coded] {
    struct Key: Hashable {
      let card: Int
      let code: [UInt8]
    }
    func key(_ coded: Coded) -> Key? {
      coded.own.map { Key(card: coded.entry.file.card, code: $0) }
    }
    var copies: [Key: [Int]] = [:]
    for (index, coded) in entries.enumerated() {
      if let key = key(coded) { copies[key, default: []].append(index) }
    }
    var taken: Set<Int> = []
    return entries.indices.flatMap { index in
      let group = key(entries[index]).flatMap { copies[$0] } ?? [index]
      return group.filter { taken.insert($0).inserted }.map { entries[$0] }
    }
  }
}

extension LocateReport.Entry {
  fileprivate func precedes(_ other: Self) -> Bool {
    if file.card != other.file.card { return file.card < other.file.card }
    if file.verdict != other.file.verdict { return file.verdict < other.file.verdict }
    return path.bytes.lexicographicallyPrecedes(other.path.bytes)
  }

  /// What stands for the content of the file; nil for an empty one, and for one that a store knows as
  /// another than it is now.
  fileprivate func contentCode(_ code: (ContentDigest) -> [UInt8]) -> [UInt8]? {
    guard file.record.byteCount > 0, source != .store(.changed) else { return nil }
    return file.record.digest.map(code) ?? file.record.history?.contentCode
  }
}
