import ScanModel

/// The parts of an RTF document that have a text of their own, in the order they are passed on.
enum RTFPart: Int, CaseIterable {
  case body, header, footer, footnotes, endnotes, comments, textBoxes, deletedText, hiddenText
  case formFields, fieldCodes, links, properties

  var section: DocumentSection? {
    switch self {
    case .body: nil
    case .header: .header
    case .footer: .footer
    case .footnotes: .footnotes
    case .endnotes: .endnotes
    case .comments: .comments
    case .textBoxes: .textBoxes
    case .deletedText: .deletedText
    case .hiddenText: .hiddenText
    case .formFields: .formFields
    case .fieldCodes: .fieldCodes
    case .links: .links
    case .properties: .properties
    }
  }

  /// The part whose text stands in the group of a control word; nil where it does not change.
  init?(of word: RTFWord) {
    switch word {
    case .header, .headerl, .headerr, .headerf: self = .header
    case .footer, .footerl, .footerr, .footerf: self = .footer
    case .footnote: self = .footnotes
    case .annotation: self = .comments
    case .shptxt, .dptxbxtext: self = .textBoxes
    case .xe, .tc, .rxe: self = .hiddenText
    default: return nil
    }
  }
}
