/// The numbers of the elements of Matroska that are followed.
///
/// Source: RFC 9559, 5.
enum MatroskaID {
  static let segment = 0x1853_8067
  static let seekHead = 0x114D_9B74
  static let cluster = 0x1F43_B675
  static let tracks = 0x1654_AE6B
  static let trackEntry = 0xAE
  static let simpleBlock = 0xA3
  static let blockGroup = 0xA0
  static let block = 0xA1
  static let blockAdditions = 0x75A1
  static let blockMore = 0xA6
  static let blockAdditional = 0xA5
  static let simpleTag = 0x67C8
  static let tagName = 0x45A3
  static let tagString = 0x4487
  static let attachedFile = 0x61A7
  static let fileDescription = 0x467E
  static let fileName = 0x466E
  static let fileData = 0x465C

  /// Those that hold nothing but elements: Info, Tracks and their entries, Chapters with their editions,
  /// atoms and displays, Tags with their tags, Attachments.
  static let holders: Set<Int> = [
    0x1549_A966, 0x1654_AE6B, 0xAE, 0x1043_A770, 0x45B9, 0xB6, 0x80, 0x1254_C367, 0x7373,
    0x1941_A469,
  ]

  /// Those that are texts.
  static let labels: [Int: String] = [
    0x7BA9: "Title", 0x4D80: "MuxingApp", 0x5741: "WritingApp", 0x7384: "SegmentFileName",
    0x3C_83AB: "PreviousFileName", 0x3E_83BB: "NextFileName", 0x536E: "TrackName",
    0x25_8688: "CodecName", 0x85: "Chapter", 0x4588: "Chapter",
  ]
}
