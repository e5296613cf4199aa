/// What becomes of the text in a group of RTF.
enum RTFDestination: UInt8 {
  /// It flows into a part of the document.
  case flow
  /// It is left out; groups within it may hold text.
  case silent
  /// It is left out with everything in it.
  case skipped
  /// The same text twice: that in the inner group `\*\ud` is taken.
  case twice
  case fontTable
  case picture
  case objectData
  /// Text of the HTML that was made into RTF.
  case htmlTag

  // Values, the text of which is gathered until their group ends.
  case title, subject, author, manager, company, lastEditor, category, keywords, comment
  case linkBase, propertyName, propertyValue, linkedProperty, variable, reviewers, users
  case fieldInstruction, shapePropertyName, shapePropertyValue
  case linkPlace, linkSource, linkText
  case fieldName, fieldDefault, fieldHelp, fieldStatus, fieldChoice
  case dataSource, dataQuery, mailSubject
  case annotator, objectClass

  var isValue: Bool { rawValue >= Self.title.rawValue }

  /// The value that a control word begins; nil for a word that begins none.
  init?(valueOf word: RTFWord) {
    switch word {
    case .title: self = .title
    case .subject: self = .subject
    case .author: self = .author
    case .manager: self = .manager
    case .company: self = .company
    case .operator: self = .lastEditor
    case .category: self = .category
    case .keywords: self = .keywords
    case .comment, .doccomm: self = .comment
    case .hlinkbase: self = .linkBase
    case .propname: self = .propertyName
    case .staticval: self = .propertyValue
    case .linkval: self = .linkedProperty
    case .docvar: self = .variable
    case .revtbl: self = .reviewers
    case .protusertbl: self = .users
    case .fldinst: self = .fieldInstruction
    case .sn: self = .shapePropertyName
    case .sv: self = .shapePropertyValue
    case .hlloc: self = .linkPlace
    case .hlsrc: self = .linkSource
    case .hlfr: self = .linkText
    case .ffname: self = .fieldName
    case .ffdeftext: self = .fieldDefault
    case .ffhelptext: self = .fieldHelp
    case .ffstattext: self = .fieldStatus
    case .ffl: self = .fieldChoice
    case .mmconnectstr, .mmdatasource: self = .dataSource
    case .mmquery: self = .dataQuery
    case .mmaddfieldname, .mmmailsubject: self = .mailSubject
    case .atnauthor, .atnid: self = .annotator
    case .objclass: self = .objectClass
    default: return nil
    }
  }

  /// The name of a value of the document or of a form.
  var name: String? {
    switch self {
    case .title: "title"
    case .subject: "subject"
    case .author, .annotator: "author"
    case .manager: "manager"
    case .company: "company"
    case .lastEditor: "last editor"
    case .category: "category"
    case .keywords: "keywords"
    case .comment: "comment"
    case .linkBase: "link base"
    case .linkedProperty: "linked property"
    case .reviewers: "reviewer"
    case .users: "user"
    case .fieldName: "name"
    case .fieldDefault: "default"
    case .fieldHelp: "help"
    case .fieldStatus: "status"
    case .fieldChoice: "choice"
    case .dataSource: "data source"
    case .dataQuery: "query"
    case .mailSubject: "mail subject"
    default: nil
    }
  }
}
