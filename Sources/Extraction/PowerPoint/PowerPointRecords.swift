/// The types of the records of PowerPoint that are read.
///
/// Source: MS-PPT 2.13.24.
enum PowerPointRecords {
  static let document = 0x03E8
  static let slide = 0x03EE
  static let notes = 0x03F0
  static let notesAtom = 0x03F1
  static let environment = 0x03F2
  static let slidePersist = 0x03F3
  static let mainMaster = 0x03F8
  static let drawingGroup = 0x040B
  static let externalObjects = 0x0409
  static let sounds = 0x07E4
  static let characters = 0x0FA0
  static let bytes = 0x0FA8
  static let text = 0x0FBA
  static let handout = 0x0FC9
  static let embeddedObject = 0x0FCC
  static let headersFooters = 0x0FD9
  static let slideTexts = 0x0FF0
  static let userEdit = 0x0FF5
  static let currentUser = 0x0FF6
  static let control = 0x0FEE
  static let storage = 0x1011
  static let tag = 0x138A
  static let tagContent = 0x138B
  static let persistDirectory = 0x1772
  static let cryptSession = 0x2F14
  static let comment = 0x2EE0
  /// The properties of a shape in a drawing.
  static let shapeProperties: Set<Int> = [0xF00B, 0xF121, 0xF122]
}
