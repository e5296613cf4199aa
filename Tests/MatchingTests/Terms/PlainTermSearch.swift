import Foundation
import ScanModel

/// Terms sought the plain way, character by character: the measure of the fast one.
struct PlainTermSearch {
  struct Hit: Hashable {
    let term: Int
    let range: Range<Int>
  }

  private enum Kind {
    case small, capital, letter, digit
  }

  /// A letter or digit with what stands before it.
  private struct Sign {
    let text: [UInt8]
    let kind: Kind
    let range: Range<Int>
    /// The end of the combining marks behind it.
    var end: Int
    var gap = 0
    var lineFeeds = 0
    var nothing = 0

    func isBorder(before next: Sign) -> Bool {
      next.gap > 0 || next.nothing > 16 || (kind == .digit) != (next.kind == .digit)
        || (kind == .small && next.kind == .capital)
    }
  }

  private let terms: [SearchTerm]
  private let signsOfTerms: [[Sign]]

  init(_ terms: [SearchTerm]) {
    self.terms = terms
    signsOfTerms = terms.map { Self.signs(of: $0.text) }
  }

  func hits(in text: String) -> [Hit] {
    let readings = [Self.signs(of: text), Self.signs(of: text, readsEscapes: true)]
    let starts = readings.flatMap { signs in
      signs.indices.filter { $0 == 0 || signs[$0 - 1].isBorder(before: signs[$0]) }
        .map { signs[$0].range.lowerBound }
    }
    let isStart = Set(starts)
    var hits: Set<Hit> = []
    for signs in readings {
      for start in signs.indices where isStart.contains(signs[start].range.lowerBound) {
        for term in terms.indices {
          if let hit = hit(of: term, at: start, in: signs) { hits.insert(hit) }
        }
      }
    }
    let known = hits
    hits = hits.filter { hit in
      !known.contains { other in
        guard terms[other.term].owner == terms[hit.term].owner else { return false }
        if other.range == hit.range {
          return other.term < hit.term && terms[other.term].kind == terms[hit.term].kind
        }
        return other.range.lowerBound <= hit.range.lowerBound
          && other.range.upperBound >= hit.range.upperBound
      }
    }
    return hits.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.term)
        < ($1.range.lowerBound, $1.range.upperBound, $1.term)
    }
  }

  private func hit(of term: Int, at start: Int, in signs: [Sign]) -> Hit? {
    let wanted = signsOfTerms[term].flatMap { sign in
      sign.text.enumerated().map { (byte: $1, isBehindGap: $0 == 0 && sign.gap > 0) }
    }
    guard !wanted.isEmpty else { return nil }
    var place = start
    var count = 0
    while count < wanted.count {
      guard place < signs.count else { return nil }
      let sign = signs[place]
      if place > start {
        guard sign.gap <= 4, sign.lineFeeds <= 1, sign.nothing <= 16 else { return nil }
        if terms[term].gaps == .whereWritten {
          let isOfOneKind = (sign.kind == .digit) == (signs[place - 1].kind == .digit)
          if sign.gap > 0, !wanted[count].isBehindGap { return nil }
          if sign.gap == 0, wanted[count].isBehindGap, isOfOneKind { return nil }
        }
      }
      for (inner, byte) in sign.text.enumerated() {
        guard count < wanted.count, wanted[count].byte == byte else { return nil }
        if inner > 0, terms[term].gaps == .whereWritten, wanted[count].isBehindGap { return nil }
        count += 1
      }
      place += 1
    }
    let last = signs[place - 1]
    guard last.range.upperBound - signs[start].range.lowerBound <= 512 else { return nil }
    guard place == signs.count || last.isBorder(before: signs[place]) else { return nil }
    return Hit(term: term, range: signs[start].range.lowerBound..<last.end)
  }

  private static func signs(of text: String, readsEscapes: Bool = false) -> [Sign] {
    let scalars = Array(text.unicodeScalars)
    var signs: [Sign] = []
    var offset = 0
    var gap = 0
    var lineFeeds = 0
    var nothing = 0
    var place = 0
    while place < scalars.count {
      let escape = readsEscapes ? escape(in: scalars[place...].prefix(12)) : nil
      let scalar = escape?.scalar ?? scalars[place]
      let range = offset..<offset + (escape?.count ?? String(scalar).utf8.count)
      offset = range.upperBound
      place += escape?.count ?? 1
      if isNothing(scalar) {
        if (0x300..<0x370).contains(scalar.value), let last = signs.indices.last,
          signs[last].end == range.lowerBound, range.lowerBound - signs[last].range.upperBound < 16
        {
          signs[last].end = range.upperBound
        }
        nothing += range.count
      } else if let (folded, kind) = folded(scalar) {
        signs.append(
          Sign(
            text: folded, kind: kind, range: range, end: range.upperBound,
            gap: signs.isEmpty ? 0 : gap, lineFeeds: lineFeeds, nothing: nothing))
        gap = 0
        lineFeeds = 0
        nothing = 0
      } else {
        gap += escape == nil ? range.count : range.count / 3
        if scalar == "\n" { lineFeeds += 1 }
      }
    }
    return signs
  }

  /// The character that `%20` or `%C3%AB` stands for; nil for letters and digits of ASCII.
  private static func escape(
    in scalars: ArraySlice<Unicode.Scalar>
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    for count in stride(from: 3, through: scalars.count, by: 3) {
      let written = Array(scalars.prefix(count))
      guard written.indices.allSatisfy({ $0 % 3 > 0 || written[$0] == "%" }) else { return nil }
      let text = String(String.UnicodeScalarView(written))
      guard let decoded = text.removingPercentEncoding else { continue }
      guard decoded.unicodeScalars.count == 1, let scalar = decoded.unicodeScalars.first,
        scalar.value >= 0x20, scalar.value >= 0x80 || folded(scalar) == nil
      else { return nil }
      return (scalar, count)
    }
    return nil
  }

  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
  }

  /// The letters that a letter or digit stands for; nil for any other character.
  private static func folded(_ scalar: Unicode.Scalar) -> ([UInt8], Kind)? {
    let properties = scalar.properties
    if properties.numericType == .decimal { return (Array(String(scalar).utf8), .digit) }
    guard properties.isAlphabetic else { return nil }
    let kind: Kind = properties.isUppercase ? .capital : properties.isLowercase ? .small : .letter
    var letters = String.UnicodeScalarView()
    let small = String(scalar).lowercased().decomposedStringWithCanonicalMapping
    for letter in small.unicodeScalars where !isNothing(letter) { letters.append(letter) }
    let written = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ĳ": "ij", "þ": "th", "ŋ": "ng", "ø": "o", "đ": "d",
      "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ﬁ": "fi", "ﬀ": "ff", "ﬄ": "ffl",
    ]
    let text = String(letters)
    return (Array((written[text] ?? text).utf8), kind)
  }
}
