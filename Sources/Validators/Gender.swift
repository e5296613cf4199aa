/// Gender (geslacht) as forms, registers and care records write it.
///
/// Codes M, V and X, words, the codes 1 and 2 of care declarations (0 unknown, 9 not specified),
/// the F of English data, and forms of address. Normalised to `M`, `V`, `X` or `O` (unknown).
///
/// Source: Logisch Ontwerp BRP, element 04.10 (M, V, O); Vektis COD046; ISO/IEC 5218.
package enum Gender {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    code(text) == nil ? .invalid(.structure) : .valid([])
  }

  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    code(text).map { [$0] } ?? FoldedText.fold(text)
  }

  private static let words: [(code: UInt8, words: [String])] = [
    (
      UInt8(ascii: "M"),
      ["m", "man", "mannelijk", "male", "jongen", "dhr", "dhr.", "de heer", "heer", "1"]
    ),
    (
      UInt8(ascii: "V"),
      [
        "v", "f", "vrouw", "vrouwelijk", "female", "meisje", "mw", "mw.", "mevr", "mevr.",
        "mevrouw", "2",
      ]
    ),
    (
      UInt8(ascii: "X"),
      ["x", "non-binair", "nonbinair", "anders", "other", "genderneutraal", "n"]
    ),
    (UInt8(ascii: "O"), ["o", "u", "onbekend", "unknown", "0", "9"]),
  ]

  private static func code(_ text: Span<UInt8>) -> UInt8? {
    let folded = String(decoding: FoldedText.fold(text), as: UTF8.self)
    return words.first { $0.words.contains(folded) }?.code
  }
}
