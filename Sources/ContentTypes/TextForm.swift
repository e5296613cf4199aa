/// How a text is built: which reader finds the values in it.
package enum TextForm: Hashable, Sendable {
  /// Prose, logs, source code and everything that has no reader of its own.
  case running
  /// CSV, TSV and the like.
  case delimited(Delimiter)
  case json
  /// A JSON value on every line.
  case ndjson
  case xml
  case html
  /// A drawing in XML.
  case svg
  /// OpenDocument as one XML document: a text, sheets, slides or a drawing.
  case fodt, fods, fodp, fodg
  /// Word 2003 and Excel 2003 as one XML document.
  case wordXML, workbookXML
  /// A package of Office Open XML as one XML document (Flat OPC).
  case flatPackage
  /// A dump of a database: `INSERT INTO`, `COPY … FROM stdin`, `CREATE TABLE`.
  case sql
  /// Fixed-width declarations of care in the EI standards of Vektis.
  case vektis
  /// Messages of HL7 version 2.
  case hl7
  /// Messages of EDIFACT.
  case edifact
  /// One message with its headers (RFC 5322).
  case mail
  /// Messages one after the other, each behind a line `From …`.
  case mbox
  /// Messages of a chat, each on a line with its time and sender.
  case chat
  case rtf
  case vcard
  case ical
  case ldif

  /// Whether it is written in XML.
  var isXML: Bool {
    switch self {
    case .xml, .svg, .fodt, .fods, .fodp, .fodg, .wordXML, .workbookXML, .flatPackage: true
    default: false
    }
  }

  /// Short and stable; for reports.
  package var id: String {
    switch self {
    case .running: "text"
    case .delimited(.tab): "tsv"
    case .delimited: "csv"
    case .json: "json"
    case .ndjson: "ndjson"
    case .xml: "xml"
    case .html: "html"
    case .svg: "svg"
    case .fodt: "fodt"
    case .fods: "fods"
    case .fodp: "fodp"
    case .fodg: "fodg"
    case .wordXML: "word-xml"
    case .workbookXML: "workbook-xml"
    case .flatPackage: "flat-opc"
    case .sql: "sql"
    case .vektis: "vektis"
    case .hl7: "hl7"
    case .edifact: "edifact"
    case .mail: "mail"
    case .mbox: "mbox"
    case .chat: "chat"
    case .rtf: "rtf"
    case .vcard: "vcard"
    case .ical: "ical"
    case .ldif: "ldif"
    }
  }
}
