/// A piece of text of an XPS page, as its element says.
///
/// Source: ECMA-388, 12.1, Glyphs.
struct XPSGlyphs {
  /// In UTF-8.
  private(set) var text: [UInt8] = []
  private(set) var origin = (x: 0.0, y: 0.0)
  private(set) var em = 0.0
  private(set) var transform: [UInt8] = []
  private(set) var link: [UInt8] = []
  private var indices: [UInt8] = []

  /// The width of a character that tells none, in ems.
  private static let usualAdvance = 0.5

  init(_ element: XMLElement, in bytes: Span<UInt8>) {
    var list = element.attributeList()
    while let attribute = list.next(in: bytes) {
      let value = bytes.unescaped(attribute.value)
      switch OfficeNames.all.name(in: bytes, attribute.name) {
      case .unicodeString: text = Self.plain(value)
      case .originX: origin.x = value.number
      case .originY: origin.y = value.number
      case .fontRenderingEmSize: em = value.number
      case .indices: indices = value
      case .renderTransform: transform = value
      case .navigateURI: link = value
      default: break
      }
    }
  }

  /// How far the text runs.
  var advance: Double {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count += 1 }
    var width = 0.0
    for entry in indices.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard count > 0 else { break }
      count -= 1
      let parts = entry.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      // In hundredths of an em.
      width +=
        parts.count > 1 && !parts[1].isEmpty ? Array(parts[1]).number / 100 : Self.usualAdvance
    }
    return (width + Double(count) * Self.usualAdvance) * em
  }

  /// A text that begins with a brace has two in front of it.
  private static func plain(_ value: [UInt8]) -> [UInt8] {
    value.starts(with: [UInt8(ascii: "{"), UInt8(ascii: "}")]) ? Array(value.dropFirst(2)) : value
  }
}

extension [UInt8] {
  /// The number that they write; 0 for anything else.
  fileprivate var number: Double {
    Double(String(decoding: self, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil } ?? 0
  }
}

extension PDFMatrix {
  /// The six numbers of an attribute, with commas or spaces between; none for anything else.
  init(xps value: [UInt8]) {
    self.init()
    let numbers = value.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }.map {
      Array($0).number
    }
    guard numbers.count == 6 else { return }
    (a, b, c, d, e, f) = (
      numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]
    )
  }
}
