/// The operators of content streams that matter for text; the raw value is the letters of each.
enum PDFOperator: UInt32 {
  /// `Tj`
  case showText = 0x546A
  /// `TJ`
  case showTexts = 0x544A
  /// `'`
  case showNextLine = 0x27
  /// `"`
  case showNextLineSpaced = 0x22
  /// `Td`
  case moveLine = 0x5464
  /// `TD`
  case moveLineSettingLeading = 0x5444
  /// `T*`
  case nextLine = 0x542A
  /// `Tm`
  case setTextMatrix = 0x546D
  /// `BT`
  case beginText = 0x4254
  /// `Tf`
  case setFont = 0x5466
  /// `Tc`
  case setCharacterSpacing = 0x5463
  /// `Tw`
  case setWordSpacing = 0x5477
  /// `Tz`
  case setScale = 0x547A
  /// `TL`
  case setLeading = 0x544C
  /// `Ts`
  case setRise = 0x5473
  /// `q`
  case save = 0x71
  /// `Q`
  case restore = 0x51
  /// `cm`
  case transform = 0x636D
  /// `Do`
  case draw = 0x446F
  /// `scn`
  case setFillColor = 0x73636E
  /// `SCN`
  case setStrokeColor = 0x53434E
  /// `gs`
  case setGraphicsState = 0x6773
  /// `BDC`
  case beginMarkedWithProperties = 0x424443
  /// `BMC`
  case beginMarked = 0x424D43
  /// `EMC`
  case endMarked = 0x454D43
  /// `ID`
  case imageData = 0x4944

  /// The operator in `range`; nil for one that draws no text.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 3 else { return nil }
    var code: UInt32 = 0
    for index in range { code = code << 8 | UInt32(bytes[index]) }
    self.init(rawValue: code)
  }
}
