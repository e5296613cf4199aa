import Foundation
import ScanModel
import Testing

@testable import Reporting

@Suite struct JSONTextTests {
  private func quoted(_ text: String) -> String {
    var json = JSONText()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("plain", #""plain""#), ("\"\\/", #""\"\\/""#), ("\n\t\r", #""\n\t\r""#),
      ("\0\u{1B}\u{7F}", #""\u0000\u001b\u007f""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("\u{85}\u{202E}\u{FEFF}", #""\u0085\u202e\ufeff""#), ("\u{E0001}", #""\udb40\udc01""#),
      ("é🗂", #""é🗂""#),
    ])
  func `escapes what breaks or deceives`(text: String, json: String) {
    #expect(quoted(text) == json)
  }

  @Test func `gives every scalar back to a reader`() throws {
    for plane in stride(from: UInt32(0), to: 0x11_0000, by: 0x800) {
      let scalars = (plane..<plane + 0x800).compactMap(Unicode.Scalar.init)
      let text = String(String.UnicodeScalarView(scalars))
      guard !text.isEmpty else { continue }
      let data = Data("[\(quoted(text))]".utf8)
      let read = try #require(JSONSerialization.jsonObject(with: data) as? [String])
      #expect(read.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }
  }

  @Test func `puts commas between members only`() {
    var json = JSONText()
    json.object { json in
      json.member("a", 1)
      json.array("b") { json in
        json.value("x")
        json.null()
        json.object { _ in }
      }
      json.member("c", nil as String?)
      json.member("d", true)
      json.member("e", counts: ["z": 1, "y": 2])
      json.member("f", 0.25)
      json.member("g", Double.nan)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":1,"b":["x",null,{}],"c":null,"d":true,"e":{"y":2,"z":1},"f":0.25,"g":null}"#)
  }

  // RFC 4648, section 10.
  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func `writes Base64`(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }
}
