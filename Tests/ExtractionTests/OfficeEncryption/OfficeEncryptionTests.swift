import Testing

@testable import Extraction

@Suite struct OfficeEncryptionTests {
  private static let password = Array("Kaasstolp7".utf8)

  @Test func `reads a workbook with its password`() {
    let locked = DocumentRecording(
      of: ForeignFile.bytes("OfficeEncryption/people-password.xls"), passwords: [Self.password])
    let open = DocumentRecording(of: ForeignFile.bytes("Excel/people.xls"))
    #expect(locked.outcome == "xls complete")
    #expect(locked.allFields == open.allFields)
  }

  @Test func `reads a package with its password`() {
    let locked = DocumentRecording(
      of: ForeignFile.bytes("OfficeEncryption/people-password.xlsx"),
      passwords: [Array("ander".utf8), Self.password])
    #expect(locked.outcome.hasPrefix("ooxml-encrypted"))
    #expect(locked.texts.contains { $0.text.contains("Zoë Müller") })
  }

  @Test(arguments: ["cryptoapi40", "cryptoapi128", "xor"])
  func `reads streams that were encrypted another way`(name: String) {
    let recording = DocumentRecording(
      of: ForeignFile.bytes("OfficeEncryption/\(name).xls"), passwords: [Self.password])
    #expect(recording.outcome == "xls complete")
    #expect(recording.allFields.first == "Burgerservicenummer 999990019")
    #expect(recording.allFields.last == "Burgerservicenummer 999990019")
    #expect(recording.allFields.count == 3)
  }

  @Test func `tries the password that Excel uses by itself`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("OfficeEncryption/xor-default.xls"))
    #expect(recording.outcome == "xls complete")
    #expect(recording.allFields.first == "Burgerservicenummer 999990019")
  }

  @Test(arguments: ["people-password.xls", "people-password.xlsx", "cryptoapi128.xls", "xor.xls"])
  func `tells that no password fits`(name: String) {
    let recording = DocumentRecording(
      of: ForeignFile.bytes("OfficeEncryption/\(name)"), passwords: [Array("ander".utf8)])
    #expect(recording.outcome.hasSuffix(" encrypted"))
    #expect(recording.texts.allSatisfy { !$0.text.contains("999990019") })
  }

  // Source: the tests of msoffcrypto-tool, made with Excel.
  @Test func `verifies passwords of RC4`() {
    let header =
      "01000100" + "e8772c1d91c56a37964761b280183217" + "c9e997d454973d310bb1ba701426837e"
      + "b1de178f07e989c44dae5e4cf96ac407"
    let bytes = Array(hexadecimal: header)
    #expect(
      StreamCipher(header: bytes.span, passwords: [OfficePassword(Array("password1".utf8))]) != nil)
    #expect(
      StreamCipher(header: bytes.span, passwords: [OfficePassword(Array("password2".utf8))]) == nil)
  }

  // Source: the tests of msoffcrypto-tool, made with Word 2007.
  @Test func `verifies passwords of Office 2007`() {
    let header =
      "04000200" + "24000000" + "20000000" + "24000000" + "00000000" + "0e660000" + "04800000"
      + "80000000" + "18000000" + "00000000" + "00000000"
    let verifier =
      "10000000" + "e88266490c5bd1eebd2b4394e3f830ef" + "516f732e966fac17b1c5d7d8cc36c928"
      + "14000000" + "2b6168dabe2911ad2bd37c1746745c14d3cf1bb140a48f4e6f3d23880872b16a"
    let bytes = Array(hexadecimal: header + verifier)
    #expect(
      StandardEncryption(
        info: bytes.span, passwords: [OfficePassword(Array("Password1234_".utf8))]) != nil)
    #expect(
      StandardEncryption(info: bytes.span, passwords: [OfficePassword(Array("pass".utf8))]) == nil)
  }

  @Test func `bears any byte in what describes an encryption`() {
    let package = ForeignFile.bytes("OfficeEncryption/people-password.xlsx")
    var random = SplitMix(seed: 7)
    for _ in 0..<20 {
      var damaged = package
      for _ in 0..<16 {
        damaged[Int.random(in: 512..<damaged.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: damaged, passwords: []).faults == [])
    }
  }
}
