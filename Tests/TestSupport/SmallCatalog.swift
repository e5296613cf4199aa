package import PatternCatalog

/// Three small patterns for tests that are not about the built-in ones.
package enum SmallCatalog {
  package static let bsn = """
    id: bsn
    name: {nl: 'Burgerservicenummer', en: 'Citizen service number'}
    class: national-id
    source: 'Wabb'
    validator: bsn
    expressions:
      - notation: contiguous
        regex: '(?<![0-9A-Za-z])[0-9]{9}(?![0-9])'
        anchor: {digits: 9, run: 9}
      - notation: dotted
        regex: '(?<![0-9A-Za-z])[0-9]{4}\\.[0-9]{2}\\.[0-9]{3}(?![0-9])'
        anchor: {digits: 9, run: 4}
        typical: true
      - notation: lost-zero
        regex: '(?<![0-9A-Za-z])[0-9]{8}(?![0-9])'
        anchor: {digits: 8, run: 8}
        needs: label
    labels: [bsn, burgerservicenummer]
    counters: [factuurnummer, ordernummer, bestelling]
    confidence: {bare: 0.4, typical: 0.6, near: 0.65, label: 0.95, counter: 0.05}
    examples: ['BSN: ⟦123456782⟧', 'bsn ⟦1234.56.782⟧']
    counterexamples: ['Factuurnummer 123456782']
    """

  package static let email = """
    id: email
    name: {nl: 'E-mailadres', en: 'E-mail address'}
    class: ordinary
    source: 'RFC 5322'
    validator: email
    expressions:
      - notation: plain
        regex: '(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,24}(?![A-Za-z0-9])'
    labels: [mail, e mail]
    confidence: {bare: 0.45, near: 0.7, label: 0.95}
    examples: ['mail ⟦jan@voorbeeld.nl⟧', 'e-mail: ⟦piet@voorbeeld.nl⟧']
    """

  package static let kvk = """
    id: kvk
    name: {nl: 'KvK-nummer', en: 'Trade register number'}
    class: organisation
    source: 'Handelsregisterwet 2007'
    validator: kvk
    expressions:
      - notation: contiguous
        regex: '(?<![0-9A-Za-z])[0-9]{8}(?![0-9])'
        anchor: {digits: 8, run: 8}
        needs: label
    labels: [kvk, kamer van koophandel]
    confidence: {bare: 0.1, near: 0.5, label: 0.9}
    examples: ['KvK ⟦69599084⟧', 'kvk-nummer: ⟦69599084⟧']
    """

  /// A pattern whose expression backtracks without end on a long row of the letter.
  package static func slow(letter: Character) -> String {
    """
    id: slow
    name: {nl: 'Traag', en: 'Slow'}
    class: ordinary
    source: 'none'
    expressions: [{notation: plain, regex: '(\(letter)+)+$'}]
    confidence: {bare: 0.3, label: 0.5}
    examples: ['⟦\(letter)\(letter)⟧', '-⟦\(letter)⟧']
    """
  }

  package static func catalog() throws -> PatternCatalog {
    try PatternCatalog(files: [
      (name: "bsn.yaml", text: bsn), (name: "email.yaml", text: email),
      (name: "kvk.yaml", text: kvk),
    ])
  }
}
