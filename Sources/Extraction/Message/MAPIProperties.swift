/// The properties of a message, a recipient or an attachment.
struct MAPIProperties {
  static let subject = 0x0037
  static let headers = 0x007D
  static let body = 0x1000
  static let compressedRTF = 0x1009
  static let html = 0x1013
  static let internetCodePage = 0x3FDE
  static let locale = 0x3FF1
  static let messageCodePage = 0x3FFD
  static let recipientType = 0x0C15
  static let displayName = 0x3001
  static let address = 0x3003
  static let smtpAddress = 0x39FE
  static let attachedData = 0x3701
  static let attachedName = 0x3704
  static let attachedKind = 0x3705
  static let attachedLongName = 0x3707
  static let attachedType = 0x370E

  private(set) var all: [MAPIProperty] = []
  private var places: [Int: Int] = [:]

  mutating func add(_ property: MAPIProperty) {
    if property.name == nil { places[property.id] = all.count }
    all.append(property)
  }

  subscript(id: Int) -> MAPIProperty? { places[id].map { all[$0] } }

  func number(_ id: Int) -> Int? {
    if case .number(let number) = self[id]?.value { number } else { nil }
  }

  func binary(_ id: Int) -> [UInt8]? {
    if case .binary(let bytes) = self[id]?.value { bytes } else { nil }
  }

  /// The text of a property as UTF-8; nil where it has none.
  func text(_ id: Int, _ decoder: inout MAPITextDecoder) -> [UInt8]? {
    self[id].flatMap { decoder.text(of: $0) }
  }
}
