import Testing

@testable import Extraction

@Suite struct PropertyListReaderTests {
  /// Written by Python's plistlib.
  private static let list = [UInt8](
    hex: """
      62706c6973743030d90102030405060708090a0b0c0d0e0f121315546e61616d56706c616174735362736e566c\
      656e677465576765626f72656e556d61696c73556272696566567a656c666465566163746965665d5769657473\
      6b6520566c6965746f100f005300fa00640077006500730074002d0046007200790073006c00e2006e123b9aa3\
      03233ffc00000000000033c1d2b83c80000000a210115c77406578616d706c652e6e6c5c76406578616d706c65\
      2e6e6c4f10293c68746d6c3e3c626f64793e42656c2030362d31323334353637383c2f626f64793e3c2f68746d\
      6c3ed101145546656e6e6109081b20272b323a40464d54628388919a9daab7e3e6ec0000000000000101000000\
      0000000016000000000000000000000000000000ed
      """)

  @Test func `reads values under their keys, and documents among them`() {
    let recording = DocumentRecording(of: Self.list)
    #expect(
      recording.fields() == [
        "naam=Wietske Vliet", "plaats=Súdwest-Fryslân", "bsn=999990019", "lengte=1.75",
        "geboren=12-03-1961", "mails=w@example.nl", "mails=v@example.nl", "naam=Fenna",
      ])
    #expect(recording.text(at: "brief").contains("Bel 06-12345678"))
    #expect(recording.outcome == "plist complete")
  }

  @Test func `survives a cut at any byte and any byte being another one`() {
    for count in 8..<Self.list.count {
      #expect(DocumentRecording(of: Array(Self.list[..<count])).faults.isEmpty)
    }
    for index in 8..<Self.list.count {
      for value in [0, 0x5F, 0xD1, 0xFF] as [UInt8] {
        var list = Self.list
        list[index] = value
        #expect(DocumentRecording(of: list).faults.isEmpty)
      }
    }
  }

  @Test func `reads what a cut list says, and that it is cut`() {
    let recording = DocumentRecording(of: Array(Self.list.dropLast()))
    #expect(recording.text(at: "raw-text").contains("Wietske Vliet"))
    #expect(recording.outcome == "plist malformed")
  }
}
