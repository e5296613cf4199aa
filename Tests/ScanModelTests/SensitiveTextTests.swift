import ScanModel
import Testing

@Suite struct SensitiveTextTests {
  /// Lengths on both sides of what fits into a finding itself.
  static let lengths = [0, 1, 2, 7, 8, 37, 38, 39, 500]

  @Test(arguments: lengths) func `gives back what it took`(length: Int) {
    let text = String(String(repeating: "ab9 é", count: 200).prefix(length))
    #expect(SensitiveText(text).revealed == text)
    #expect(SensitiveText(Array(text.utf8).span).revealed == text)
  }

  @Test(
    arguments: [
      ("123456782", "•••••••82"), ("NL91 ABNA 0417 1643 00", "•••• •••• •••• •••• 00"),
      ("jan@voorbeeld.nl", "•••@•••••••••.nl"), ("1234 AB", "•••• •B"), ("A12", "•••"),
      ("", ""), ("--", "--"), ("Zoë Änne", "••• •••e"),
      ("\"Jan\" \\ de\tVries", "\"•••\" \\ ••\t•••es"),
    ])
  func `hides all letters and digits but the last, at most a quarter`(
    value: String, mask: String
  ) {
    #expect(SensitiveText(value).masked(visibleCount: 2) == mask)
    #expect("\(SensitiveText(value))" == mask)
    #expect(String(reflecting: SensitiveText(value)) == mask)
  }

  @Test(arguments: lengths, [0, 2, 9])
  func `gives a plain value the same mask as bytes`(length: Int, visibleCount: Int) {
    let text = SensitiveText(String(repeating: "aZ5-@. ", count: 100).prefix(length).description)
    var bytes = Array("before".utf8)
    #expect(text.appendPlainMask(visibleCount: visibleCount, to: &bytes))
    let mask = text.masked(visibleCount: visibleCount)
    #expect(String(decoding: bytes, as: UTF8.self) == "before" + mask)
  }

  @Test(arguments: ["é", "a\"b", "a\\b", "a\nb", "a\u{7F}", "\u{202E}"])
  func `gives no bytes for a value that is not plain`(value: String) {
    var bytes: [UInt8] = []
    #expect(!SensitiveText(value).appendPlainMask(visibleCount: 2, to: &bytes))
    #expect(bytes.isEmpty)
  }

  @Test(
    arguments: [("é", "e\u{301}"), ("K", "\u{212A}"), (";", "\u{37E}"), ("a", "a")])
  func `is equal where strings are`(left: String, right: String) {
    #expect(left == right)
    #expect(SensitiveText(left) == SensitiveText(right))
    #expect(SensitiveText(left).hashValue == SensitiveText(right).hashValue)
    #expect(Set([SensitiveText(left), SensitiveText(right), SensitiveText("b")]).count == 2)
  }

  @Test(
    arguments: [
      ("", "\0"), ("a", "a\0"), ("a", "A"), ("12345678", "12345679"),
      (String(repeating: "1", count: 38), String(repeating: "1", count: 37) + "2"),
      (String(repeating: "1", count: 38), String(repeating: "1", count: 39)),
    ])
  func `differs where strings do`(left: String, right: String) {
    #expect(SensitiveText(left) != SensitiveText(right))
    #expect(SensitiveText(left).hashValue != SensitiveText(right).hashValue)
  }
}
