import Testing

@Suite struct RTFReaderMemberTests {
  @Test func `gives pictures as members`() {
    let recording = DocumentRecording(
      ofRTF: #"a{\*\shppict{\pict{\*\picprop{\sp{\sn pibName}{\sv C:\\jan.gif}}}\pngblip "#
        + Self.hex(Self.gif) + #"}}{\nonshppict{\pict\wmetafile8 0100}}b"#)
    #expect(recording.fields() == ["ab"])
    #expect(recording.fields(at: "text-boxes") == ["C:\\jan.gif"])
    #expect(recording.members.first?.hasPrefix("picture 1 gif") == true)
    #expect(recording.members.count == 2)
  }

  @Test func `gives the data of a picture in binary as a member`() {
    let document =
      Array(#"{\rtf1 a{\pict\pngblip\bin\#(Self.gif.count) "#.utf8) + Self.gif + Array("}b}".utf8)
    let recording = DocumentRecording(of: document)
    #expect(recording.fields() == ["ab"])
    #expect(recording.members.first?.hasPrefix("picture 1 gif") == true)
  }

  @Test func `gives an embedded file under its name`() {
    let content = Array("BSN 999990019".utf8)
    var package: [UInt8] = [2, 0]
    package += Array("gegevens.txt\0C:\\temp\\gegevens.txt\0".utf8) + [0, 0, 3, 0]
    package += Self.number(4) + Array("x:\\\0".utf8) + Self.number(content.count) + content
    var object = Self.number(0x501) + Self.number(2)
    object += Self.number(8) + Array("Package\0".utf8) + Self.number(0) + Self.number(0)
    object += Self.number(package.count) + package
    let recording = DocumentRecording(
      ofRTF: #"a{\object\objemb{\*\objclass Package}{\*\objdata "# + Self.hex(object)
        + #"}{\result{b}}}"#)
    #expect(recording.fields() == ["ab"])
    #expect(recording.text(at: "gegevens.txt") == "BSN 999990019")
    #expect(recording.members.first == "gegevens.txt text complete")
  }

  @Test func `gives an object of another program as it is`() {
    let content = Array("Naam;BSN\nJan;999990019\nPiet;999999990\n".utf8)
    var object = Self.number(0x501) + Self.number(2)
    object += Self.number(2) + Array("X\0".utf8) + Self.number(0) + Self.number(0)
    object += Self.number(content.count) + content
    let recording = DocumentRecording(
      ofRTF: #"{\object{\*\objdata "# + Self.hex(object) + "}}")
    #expect(recording.members.first == "object 1 csv complete")
  }

  private static let gif: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    + [0x3B]

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return bytes.map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
  }
}
