/// How the bytes of a text pair up where two of them are a character, as in the East of Asia.
struct DoubleByteShape {
  private var pairsByLead: [256 of Int] = .init(repeating: 0)
  private var pairCount = 0
  /// Pairs of which the second byte is no ASCII either.
  private var highPairCount = 0
  /// Runs of pairs.
  private var runCount = 0

  /// Which bytes begin a pair, which end one, and which are a character alone.
  private struct Rule {
    let leads: [ClosedRange<UInt8>]
    let trails: [ClosedRange<UInt8>]
    var singles: [ClosedRange<UInt8>] = []
  }

  /// Source: the code charts of EUC-JP, EUC-KR and GB 2312, of Shift JIS, and of Big5.
  private static let euc = Rule(leads: [0x8E...0x8E, 0xA1...0xFE], trails: [0xA1...0xFE])
  private static let shiftJIS = Rule(
    leads: [0x81...0x9F, 0xE0...0xFC], trails: [0x40...0x7E, 0x80...0xFC],
    singles: [0xA1...0xDF])
  private static let big5 = Rule(leads: [0xA1...0xF9], trails: [0x40...0x7E, 0xA1...0xFE])

  /// The character set that a text looks to be in; nil for none of these.
  static func charset(of head: Span<UInt8>) -> CharsetID? {
    if let pairs = DoubleByteShape(head, by: euc), pairs.areMany {
      // Kana; Korean syllables; the more frequent of the Chinese characters.
      if pairs.share(of: 0xA4...0xA5) >= 0.2 { return .eucJP }
      if pairs.share(of: 0xB0...0xC8) >= 0.8 { return .eucKR }
      if pairs.share(of: 0xB0...0xD7) >= 0.6 { return .gb18030 }
    }
    if let pairs = DoubleByteShape(head, by: shiftJIS), pairs.areMany,
      pairs.share(of: 0x82...0x83) >= 0.25
    {
      return .shiftJIS
    }
    if let pairs = DoubleByteShape(head, by: big5), pairs.areMany,
      pairs.share(of: 0xA4...0xC6) >= 0.8, 10 * pairs.highPairCount >= 3 * pairs.pairCount
    {
      return .big5
    }
    return nil
  }

  /// Nil where some byte is no part of a pair; the last pair may be cut.
  private init?(_ head: Span<UInt8>, by rule: Rule) {
    var position = head.asciiEnd(from: 0)
    var end = 0
    while position < head.count {
      let lead = head[position]
      if rule.singles.contains(where: { $0.contains(lead) }) {
        position = head.asciiEnd(from: position + 1)
        continue
      }
      guard rule.leads.contains(where: { $0.contains(lead) }) else { return nil }
      guard position + 1 < head.count else { break }
      let trail = head[position + 1]
      guard rule.trails.contains(where: { $0.contains(trail) }) else { return nil }
      if position != end { runCount += 1 }
      pairCount += 1
      pairsByLead[Int(lead)] += 1
      if trail >= 0x80 { highPairCount += 1 }
      end = position + 2
      position = head.asciiEnd(from: end)
    }
  }

  /// Whether so many pairs are no chance: a word of an even number of letters is all pairs too.
  private var areMany: Bool { pairCount >= 12 && runCount >= 4 || pairCount >= 40 }

  /// Of the pairs that are no punctuation, the share that begins so.
  private func share(of leads: ClosedRange<UInt8>) -> Double {
    let punctuation = pairsByLead[0x81] + pairsByLead[0xA1] + pairsByLead[0xA2] + pairsByLead[0xA3]
    let count = leads.reduce(0) { $0 + pairsByLead[Int($1)] }
    return Double(count) / Double(max(pairCount - punctuation, 1))
  }
}
