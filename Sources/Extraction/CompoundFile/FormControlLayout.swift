/// Which properties the controls of a class keep, in the order of the bits of their mask.
///
/// Source: MS-OFORMS 2.2.1, 2.2.4 and 2.2.5.
struct FormControlLayout {
  enum Property {
    /// Of so many bytes; 0 where the bit alone tells, or what it stands for lies elsewhere.
    case number(Int)
    /// The length of a text.
    case text(StaticString)
    case picture

    var byteCount: Int {
      switch self {
      case .number(let byteCount): byteCount
      case .text: 4
      case .picture: 2
      }
    }
  }

  let properties: [Property]
  let maskByteCount: Int
  /// The bit of the size of the control where that lies before the texts; nil where it lies behind them.
  let sizeBit: UInt64?

  /// That of the controls whose class an object has; nil for other objects.
  init?(classID: [UInt8]) {
    guard let layout = Self.known.first(where: { $0.classID == classID })?.layout else {
      return nil
    }
    self = layout
  }

  private init(_ properties: [Property], maskByteCount: Int, sizeBit: UInt64? = nil) {
    self.properties = properties
    self.maskByteCount = maskByteCount
    self.sizeBit = sizeBit
  }

  /// The mask, which lies behind the version and the length.
  func mask(of stream: Span<UInt8>) -> UInt64? {
    maskByteCount == 8 ? stream.littleUInt64(at: 4) : stream.littleUInt32(at: 4).map(UInt64.init)
  }

  /// Text boxes, lists, check boxes, option and toggle buttons.
  private static let ofValue = FormControlLayout(
    [
      .number(4), .number(4), .number(4), .number(4), .number(1), .number(1), .number(1),
      .number(1), .number(0), .number(2), .number(4), .number(2), .number(2), .number(2),
      .number(2), .number(2), .number(1), .number(1), .number(1), .number(0), .number(1),
      .number(1), .text("Value"), .text("Caption"), .number(4), .number(4), .number(4), .number(2),
      .picture, .number(2), .number(0), .number(0), .text("GroupName"),
    ], maskByteCount: 8, sizeBit: 8)

  private static let ofButton = FormControlLayout(
    [
      .number(4), .number(4), .number(4), .text("Caption"), .number(4), .number(0), .number(1),
      .picture, .number(2), .number(0), .number(2),
    ], maskByteCount: 4)

  private static let ofLabel = FormControlLayout(
    [
      .number(4), .number(4), .number(4), .text("Caption"), .number(4), .number(0), .number(1),
      .number(4), .number(2), .number(2), .picture, .number(2), .number(2),
    ], maskByteCount: 4)

  /// By class, in the order of its bytes in files.
  private static let known: [(classID: [UInt8], layout: FormControlLayout)] =
    // {8BD21D10-EC42-11CE-9E0D-00AA006002F3} to {8BD21D60-…}.
    [0x10, 0x20, 0x30, 0x40, 0x50, 0x60].map { number in
      (
        [
          number, 0x1D, 0xD2, 0x8B, 0x42, 0xEC, 0xCE, 0x11, 0x9E, 0x0D, 0x00, 0xAA, 0x00, 0x60,
          0x02, 0xF3,
        ], ofValue
      )
    } + [
      // {D7053240-CE69-11CD-A777-00DD01143C57}
      (
        [
          0x40, 0x32, 0x05, 0xD7, 0x69, 0xCE, 0xCD, 0x11, 0xA7, 0x77, 0x00, 0xDD, 0x01, 0x14, 0x3C,
          0x57,
        ], ofButton
      ),
      // {978C9E23-D4B0-11CE-BF2D-00AA003F40D0}
      (
        [
          0x23, 0x9E, 0x8C, 0x97, 0xB0, 0xD4, 0xCE, 0x11, 0xBF, 0x2D, 0x00, 0xAA, 0x00, 0x3F, 0x40,
          0xD0,
        ], ofLabel
      ),
    ]
}
