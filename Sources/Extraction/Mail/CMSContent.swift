/// What a message in the Cryptographic Message Syntax holds (S/MIME).
///
/// Source: RFC 5652; X.690 for the encoding, also with lengths that are not known beforehand.
enum CMSContent {
  /// The content that was signed; empty where only certificates are in it.
  case signed([UInt8])
  case encrypted
  /// Something else, such as compressed content.
  case other
  case malformed

  init(_ bytes: Span<UInt8>) {
    guard let info = DERElement(bytes, at: 0, to: bytes.count), info.tag == 0x30,
      let type = DERElement(bytes, at: info.content.lowerBound, to: info.content.upperBound),
      type.tag == 0x06
    else {
      self = .malformed
      return
    }
    let name = bytes.bytes(type.content)
    switch name {
    case Self.signedData:
      guard let content = Self.content(bytes, behind: type, in: info) else {
        self = .malformed
        return
      }
      self = .signed(Self.signedContent(bytes, content))
    case Self.data:
      var content: [UInt8] = []
      if let wrapped = Self.content(bytes, behind: type, in: info) {
        wrapped.appendOctets(of: bytes, to: &content, depth: 0)
      }
      self = .signed(content)
    case Self.envelopedData, Self.encryptedData, Self.authEnvelopedData: self = .encrypted
    default: self = .other
    }
  }

  /// The element in the `[0]` behind the type of a content.
  private static func content(
    _ bytes: Span<UInt8>, behind type: DERElement, in info: DERElement
  ) -> DERElement? {
    guard let wrapper = DERElement(bytes, at: type.end, to: info.content.upperBound),
      wrapper.tag == 0xA0
    else { return nil }
    return DERElement(bytes, at: wrapper.content.lowerBound, to: wrapper.content.upperBound)
  }

  /// SignedData: a version, the digest algorithms, the content.
  private static func signedContent(_ bytes: Span<UInt8>, _ signed: DERElement) -> [UInt8] {
    var output: [UInt8] = []
    var position = signed.content.lowerBound
    while let element = DERElement(bytes, at: position, to: signed.content.upperBound) {
      position = element.end
      guard element.tag == 0x30 else { continue }
      if let type = DERElement(
        bytes, at: element.content.lowerBound, to: element.content.upperBound),
        type.tag == 0x06, let content = content(bytes, behind: type, in: element)
      {
        content.appendOctets(of: bytes, to: &output, depth: 0)
      }
      break
    }
    return output
  }

  private static let data: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]
  private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
  private static let envelopedData: [UInt8] = [
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03,
  ]
  private static let encryptedData: [UInt8] = [
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x06,
  ]
  private static let authEnvelopedData: [UInt8] = [
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17,
  ]
}
