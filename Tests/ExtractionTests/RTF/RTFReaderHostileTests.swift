import Testing

@Suite struct RTFReaderHostileTests {
  private static let document = #"""
    {\rtf1\ansi\ansicpg932\deff0{\fonttbl{\f0\fcharset128 A;}}{\info{\title t}}{\header h}
    1\'93\'fa{\b 2}\u-10179?\u-8704?{\pict\pngblip 0102}{\field{\*\fldinst{HYPERLINK "x"}}
    {\fldrslt 3}}\trowd\cellx1\intbl 4\cell\row\pard{\object{\*\objdata 0105000002000000}}
    {\footnote 5}{\pict\bin4 abcd}{\v 6}{\*\docvar {a}{b}}7\par}
    """#

  @Test func `survives a cut at any byte, and tells of it`() {
    let bytes = Array(Self.document.utf8)
    #expect(DocumentRecording(of: bytes).outcome == "rtf complete")
    for end in 6..<bytes.count {
      let recording = DocumentRecording(of: Array(bytes[..<end]))
      #expect(recording.faults == [])
      #expect(recording.outcome == "rtf malformed")
    }
  }

  @Test func `survives any byte being another one`() {
    var random = SplitMix(seed: 7)
    let bytes = Array(Self.document.utf8)
    for _ in 0..<3000 {
      var broken = bytes
      for _ in 0..<4 {
        let place = Int.random(in: 6..<bytes.count, using: &random)
        broken[place] =
          [0x7B, 0x7D, 0x5C, 0x2D, 0x39, 0x00, 0xFF].randomElement(using: &random) ?? 0
      }
      #expect(DocumentRecording(of: broken).faults == [])
    }
  }

  @Test(
    arguments: [
      "{", "}", "\\", "{\\*\\", "\\'", "\\u", "\\u-99999999999999999999 ", "\\bin99999999999 x",
      "\\uc-5\\u1", "\\itap99999\\intbl a\\nestcell", "\\itap-9\\nestrow", "{\\f99999999999",
      "{\\fonttbl\\f1\\cpg99999999", "{\\pict", "{\\objdata 01", "\\cell", "\\row\\trowd",
      "{\\sv a",
      "\\upr{\\*\\ud", "\\ansicpg932\\'93", "\\rtf1{\\rtf1", "{\\*\\docvar", "{\\header",
    ])
  func `survives a long row of`(part: String) {
    let body = String(repeating: part, count: 20_000)
    #expect(DocumentRecording(of: Array((#"{\rtf1 "# + body).utf8)).faults == [])
  }

  @Test func `reads on in groups that lie too deep`() {
    let body = String(repeating: "{", count: 1000) + "diep" + String(repeating: "}", count: 1000)
    let recording = DocumentRecording(ofRTF: body + "na")
    #expect(recording.fields() == ["diepna"])
    #expect(recording.outcome == "rtf limit")
  }

  @Test func `reads text behind a brace too many`() {
    let recording = DocumentRecording(of: Array(#"{\rtf1 a}} b\par c}"#.utf8))
    #expect(recording.fields() == ["a b", "c"])
    #expect(recording.outcome == "rtf malformed")
  }

  @Test func `loses nothing of a long document`() {
    let body = (0..<100_000).map { #"{\b regel} \#($0)\par "# }.joined()
    let recording = DocumentRecording(ofRTF: body)
    #expect(recording.fields() == (0..<100_000).map { "regel \($0)" })
    #expect(recording.faults == [])
  }
}
