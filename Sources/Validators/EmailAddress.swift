/// An e-mail address.
///
/// A local part of at most 64 bytes (atoms of RFC 5322 parted by single dots, or letters beyond
/// ASCII) and a domain of labels that neither begin nor end with `-`, the last of at least two
/// letters or in `xn--` form; at most 254 bytes in all; `%40` stands for `@`. Quoted local parts and addresses in
/// brackets fail.
///
/// Source: RFC 5321, section 4.5.3.1; RFC 5322, section 3.4.1; RFC 6531.
package enum EmailAddress {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let range = text.trimmedRange
    guard (6...254).contains(range.count) else { return .invalid(.length) }
    guard let at = text.positionOfAt(in: range) else {
      return withoutEscape(text).map { validate($0.span) } ?? .invalid(.structure)
    }
    let local = text.extracting(range.lowerBound..<at)
    guard (1...64).contains(local.count) else { return .invalid(.length) }
    if let reason = reasonAgainst(local: local) { return .invalid(reason) }
    if let reason = reasonAgainst(domain: text.extracting(at + 1..<range.upperBound)) {
      return .invalid(reason)
    }
    return .valid(isFunction(local) ? .functionalAddress : [])
  }

  /// The local part as written and the domain in lower case, its `xn--` labels as they read.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    let range = text.trimmedRange
    guard let at = text.positionOfAt(in: range) else {
      return withoutEscape(text).map { normalized($0.span) } ?? FoldedText.fold(text)
    }
    if let plain = plainAddress(text.extracting(range), at: at - range.lowerBound) { return plain }
    let local = (range.lowerBound...at).map { text[$0] }
    let domain = String(
      decoding: (at + 1..<range.upperBound).map { text[$0] }, as: UTF8.self
    ).lowercased()
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false).map { label in
      label.hasPrefix("xn--") ? Punycode.decode(label.dropFirst(4)) ?? String(label) : String(label)
    }
    return local + labels.joined(separator: ".").utf8
  }

  /// Whether nothing stands around the address and its domain is small and has no encoded label.
  static func isNormal(_ text: Span<UInt8>) -> Bool {
    let range = text.trimmedRange
    guard range == 0..<text.count, let at = text.positionOfAt(in: range) else { return false }
    for index in at + 1..<text.count {
      let byte = text[index]
      let isDoubtful = byte == UInt8(ascii: "-") && text[index - 1] == UInt8(ascii: "-")
      guard byte < 0x80, byte == byte.asciiLowercased, !isDoubtful else { return false }
    }
    return true
  }

  /// The normal form of an address whose domain is ASCII and has no encoded label; nil for others.
  private static func plainAddress(_ text: Span<UInt8>, at: Int) -> [UInt8]? {
    for index in at..<text.count {
      let byte = text[index]
      // What might begin an encoded label, too.
      let isDoubtful = byte == UInt8(ascii: "-") && text[index - 1] == UInt8(ascii: "-")
      guard byte < 0x80, !isDoubtful else { return nil }
    }
    var bytes: [UInt8] = []
    bytes.append(addingCapacity: text.count) { output in
      for index in 0..<text.count {
        output.append(index > at ? text[index].asciiLowercased : text[index])
      }
    }
    return bytes
  }

  /// The address with its `@`, where an address of the web has `%40` for it; nil for others.
  private static func withoutEscape(_ text: Span<UInt8>) -> [UInt8]? {
    let escape = Array("%40".utf8)
    guard text.count > escape.count, !text.indices.contains(where: { text[$0] == 0x40 }),
      let start = (0...text.count - escape.count).first(where: { start in
        escape.indices.allSatisfy { text[start + $0] == escape[$0] }
      })
    else { return nil }
    return (0..<start).map { text[$0] } + [0x40]
      + (start + escape.count..<text.count).map { text[$0] }
  }

  private static func reasonAgainst(local: Span<UInt8>) -> Verdict.Reason? {
    let dot = UInt8(ascii: ".")
    for index in local.indices {
      let byte = local[index]
      if byte == dot {
        guard index > 0, index + 1 < local.count, local[index + 1] != dot else {
          return .structure
        }
      } else if !isAtom(byte) {
        return .character
      }
    }
    return nil
  }

  private static func reasonAgainst(domain: Span<UInt8>) -> Verdict.Reason? {
    var labelCount = 0
    var start = 0
    for index in 0...domain.count {
      if index < domain.count, domain[index] != UInt8(ascii: ".") {
        guard isLetterOrDigit(domain[index]) || domain[index] == UInt8(ascii: "-") else {
          return .character
        }
        continue
      }
      let label = domain.extracting(start..<index)
      guard (1...63).contains(label.count) else { return .structure }
      guard label[0] != UInt8(ascii: "-"), label[label.count - 1] != UInt8(ascii: "-") else {
        return .structure
      }
      if index == domain.count, !isTopLevel(label) { return .structure }
      labelCount += 1
      start = index + 1
    }
    return labelCount >= 2 ? nil : .structure
  }

  /// At least two letters, or the encoded form of letters beyond ASCII.
  private static func isTopLevel(_ label: Span<UInt8>) -> Bool {
    guard label.count >= 2 else { return false }
    if label.count > 4, punycodePrefix.contains(label.extracting(0..<4)) { return true }
    for index in label.indices where !(label[index].isASCIILetter || label[index] >= 0x80) {
      return false
    }
    return true
  }

  /// Whether a mailbox of this name belongs to a function; what follows `+` does not count.
  private static func isFunction(_ local: Span<UInt8>) -> Bool {
    for index in local.indices where local[index] == UInt8(ascii: "+") {
      return functions.contains(local.extracting(0..<index))
    }
    return functions.contains(local)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }

  private static func isAtom(_ byte: UInt8) -> Bool {
    if isLetterOrDigit(byte) { return true }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "^")...UInt8(ascii: "`"),
      UInt8(ascii: "{")...UInt8(ascii: "~"):
      return true
    default:
      return false
    }
  }

  private static let punycodePrefix = WordTable("xn--")

  private static let functions = WordTable(
    """
    info|informatie|contact|kontakt|mail|email|e-mail|office|kantoor|algemeen|hallo|hello|welkom
    administratie|admin|boekhouding|financien|finance|facturen|factuur|facturatie|invoice|invoices
    crediteuren|debiteuren|inkoop|verkoop|sales|orders|order|bestellingen|salaris|salarissen
    noreply|no-reply|no_reply|donotreply|do-not-reply|niet-beantwoorden|nietbeantwoorden|bounce
    receptie|secretariaat|balie|frontoffice|backoffice|griffie|bestuur|directie|management
    helpdesk|servicedesk|support|service|ict|it|webmaster|postmaster|hostmaster|abuse|security
    post|postbus|postkamer|archief|registratie|burgerzaken|gemeente|loket|bezwaar|klachten
    klantenservice|klantcontact|klantcontactcentrum|kcc|customerservice|meldpunt|meldingen
    privacy|fg|dpo|avg|gdpr|functionarisgegevensbescherming|datalek|datalekken
    hr|hrm|pz|personeelszaken|vacatures|vacature|jobs|recruitment|sollicitatie|sollicitaties
    pers|press|redactie|communicatie|marketing|nieuwsbrief|newsletter|events|planning|roosters
    """)
}

extension Span where Element == UInt8 {
  /// The place of the only `@`; nil for none or several.
  fileprivate func positionOfAt(in range: Range<Int>) -> Int? {
    var position: Int?
    for index in range where self[index] == UInt8(ascii: "@") {
      guard position == nil else { return nil }
      position = index
    }
    return position
  }
}
