/// How the elements of a data set are written.
///
/// Source: DICOM PS3.5, section 10 and annex A.
struct DICOMSyntax {
  /// Whether the letters of its value representation stand in an element.
  var isExplicit = true
  var order = ByteOrder.little
  /// Whether what lies behind the file meta information is deflated.
  var isDeflated = false

  /// `uid` is that of a transfer syntax; one that is not known is written as those of pictures are.
  init(uid: [UInt8]) {
    switch String(decoding: uid, as: UTF8.self) {
    case "1.2.840.10008.1.2", "1.2.840.113619.5.2": isExplicit = false
    case "1.2.840.10008.1.2.2": order = .big
    case "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205":
      isDeflated = true
    default: break
    }
  }

  init(isExplicit: Bool = true, order: ByteOrder = .little) {
    self.isExplicit = isExplicit
    self.order = order
  }

  /// What the first element tells of a data set, whatever its file says of it.
  mutating func settle(by bytes: Span<UInt8>, at position: Int) {
    guard position + 6 <= bytes.count else { return }
    isExplicit = DICOMForm(bytes[position + 4], bytes[position + 5]) != nil
    if bytes[position] == 0, bytes[position + 1] == 8 { order = .big }
  }
}
