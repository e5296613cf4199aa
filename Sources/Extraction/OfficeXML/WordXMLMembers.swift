import ScanModel

/// Takes what a document of Word 2003 holds in base64 as members, under the names that it gives them.
struct WordXMLMembers: PartContent {
  private var waiting: [(name: String, data: [UInt8])] = []
  private var name = ""
  private var data: [UInt8] = []
  private var isInData = false
  private var number = 0
  private(set) var isOverLimit = false

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    guard element.name == .binData else { return }
    number += 1
    let own = element.value(of: .name, in: bytes) ?? []
    // The name is an address of its own: `wordml://01000001.png`.
    let start = own.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    name = start < own.count ? String(decoding: own[start...], as: UTF8.self) : "\(number)"
    isInData = true
  }

  mutating func end(_ name: OfficeName) {
    guard name == .binData, isInData else { return }
    isInData = false
    if !data.isEmpty { waiting.append((self.name, data)) }
    data = []
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if isInData { data.append(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {}

  mutating func passOn<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    for (name, data) in waiting where !sink.isCancelled {
      var member: [UInt8] = []
      Base64Decoding.decode(data.span, into: &member)
      let parts = [DocumentPart.member(name)]
      if sink.context.spend(unpacked: member.count) {
        sink.takeMember(at: parts, bytes: member)
      } else {
        isOverLimit = true
        sink.miss(.limit, at: parts)
      }
    }
    waiting.removeAll()
  }
}
