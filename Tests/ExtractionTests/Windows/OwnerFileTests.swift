import Testing

/// What Office leaves beside an open document.
@Suite struct OwnerFileTests {
  private func file(_ name: String, byteCount: Int, filling: UInt8) -> [UInt8] {
    let ansi = name.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
    let wide = byteCount == 162 ? 54 : 55
    var bytes = [UInt8(ansi.count)] + ansi
    bytes += [UInt8](repeating: filling, count: wide - bytes.count)
    bytes += UInt16(ansi.count).littleBytes + name.utf16.flatMap(\.littleBytes)
    while bytes.count + 1 < byteCount { bytes += [filling, 0] }
    return bytes + [UInt8](repeating: 0, count: byteCount - bytes.count)
  }

  @Test(arguments: [(162, UInt8(0)), (165, UInt8(0x20))])
  func `tells who has a document open`(byteCount: Int, filling: UInt8) {
    let recording = DocumentRecording(
      of: file("Zoë van Dijk", byteCount: byteCount, filling: filling))
    #expect(recording.fields(at: "") == ["User name=Zoë van Dijk"])
    #expect(recording.outcome == "office-owner complete")
  }

  @Test func `a character that the system lacks is read where it stands whole`() {
    let recording = DocumentRecording(
      of: file("Jan Havlíček", byteCount: 165, filling: 0x20))
    #expect(recording.fields(at: "") == ["User name=Jan Havlíček"])
  }

  @Test func `other files of that length are none`() {
    var bytes = file("Zoë van Dijk", byteCount: 162, filling: 0)
    bytes[3] = 1
    #expect(DocumentRecording(of: bytes).outcome != "office-owner complete")
    #expect(DocumentRecording(of: [UInt8](repeating: 0x41, count: 165)).outcome == "text complete")
  }
}
