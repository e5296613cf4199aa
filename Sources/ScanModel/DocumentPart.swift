/// A step into a document, on the way from its file to the text that a finding lies in.
///
/// Names come from the document and are labels only: nothing is ever opened or written under them.
package enum DocumentPart: Hashable, Sendable {
  /// An entry of an archive, an attachment or an embedded object.
  case member(String)
  /// A folder of a mail store.
  case folder(String)
  /// A message of a mailbox, from 1.
  case message(Int)
  /// A page, from 1.
  case page(Int)
  /// A slide, from 1.
  case slide(Int)
  /// A sheet of a workbook.
  case sheet(String)
  /// A table of a database.
  case table(String)
  case section(DocumentSection)
}

/// A part that documents have besides their body; the raw value is the stable code of reports.
package enum DocumentSection: String, Hashable, Sendable, CaseIterable {
  case header
  case footer
  case footnotes
  case endnotes
  case comments
  case textBoxes = "text-boxes"
  case deletedText = "deleted-text"
  case hiddenText = "hidden-text"
  case fieldCodes = "field-codes"
  case formFields = "form-fields"
  case annotations
  case links
  case outline
  /// What the author wrote for himself below a slide.
  case speakerNotes = "speaker-notes"
  /// The headers of a message: sender, recipients, subject.
  case mailHeaders = "mail-headers"
  /// Author, company, last editor and the like.
  case properties
  /// XML that programs store in a document.
  case customXML = "custom-xml"
  /// EXIF, XMP, IPTC.
  case metadata
  /// What is shown as text while a film runs; the captions are its paragraphs.
  case subtitles
  /// The name of the file itself and of the folders that it lies in.
  case path
  /// The runs of text in the bytes of a document that could not be read as what it is.
  case rawText = "raw-text"
}
