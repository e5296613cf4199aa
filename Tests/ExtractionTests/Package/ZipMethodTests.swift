import ScanModel
import Testing

@testable import Extraction

@Suite struct ZipMethodTests {
  private static var rows: String {
    (0..<100).map { "rij \(String(1000 + $0).dropFirst()) Jan Voorbeeld, BSN 999990019\n" }.joined()
  }

  @Test(arguments: ["deflate64", "bzip2", "lzma", "xz", "zstd", "ppmd"])
  func `unpacks entries packed in other ways than deflate`(method: String) {
    let document = DocumentRecording(of: ForeignFile.bytes("package/method-\(method).zip"))
    #expect(document.text(at: "lang.txt") == NumberedLines.text)
    #expect(document.members == ["lang.txt text complete", "zip complete"])
    #expect(document.faults == [])
  }

  @Test(arguments: [
    "aes-stored", "aes-deflate", "aes-deflate64", "aes-bzip2", "aes-lzma", "aes-xz",
    "aes-ppmd", "crypto-ppmd",
    "crypto-deflate64", "crypto-bzip2", "crypto-lzma", "crypto-xz",
  ])
  func `unpacks them when they are encrypted too`(name: String) {
    let bytes = ForeignFile.bytes("package/\(name).zip")
    let passwords = ["ander", "geheim"].map { Array($0.utf8) }
    let document = DocumentRecording(of: bytes, passwords: passwords)
    #expect(document.text(at: "rij.txt") == Self.rows)
    #expect(document.members == ["rij.txt text complete", "encrypted-zip complete"])
    let closed = DocumentRecording(of: bytes, passwords: [passwords[0]])
    #expect(closed.members == ["rij.txt encrypted", "encrypted-zip complete"])
  }

  @Test(arguments: [
    "crypto-deflate64", "crypto-bzip2", "crypto-lzma", "crypto-xz", "crypto-ppmd", "aes-lzma",
    "aes-deflate64",
  ])
  func `survives wrong bytes and the loss of the end`(name: String) {
    let bytes = ForeignFile.bytes("package/\(name).zip")
    let passwords = [Array("geheim".utf8)]
    // Each key of AES takes a while.
    for position in stride(from: 0, to: bytes.count, by: name.hasPrefix("aes") ? 29 : 1) {
      var damaged = bytes
      damaged[position] ^= 0x55
      #expect(DocumentRecording(of: damaged, passwords: passwords).faults == [])
      let short = Array(bytes.prefix(position))
      #expect(DocumentRecording(of: short, passwords: passwords).faults == [])
    }
  }

  @Test(arguments: ["deflate64", "lzma", "ppmd"])
  func `survives wrong bytes in what is packed`(method: String) {
    let bytes = ForeignFile.bytes("package/method-\(method).zip")
    var random = SplitMix(seed: 11)
    for _ in 0..<40 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int.random(in: 30..<2000, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: damaged).faults == [])
    }
  }

  @Test(arguments: ["deflate64", "bzip2", "lzma", "zstd"])
  func `gives what lies before a damaged place`(method: String) {
    var bytes = ForeignFile.bytes("package/method-\(method).zip")
    bytes[bytes.count * 3 / 4] ^= 0xFF
    let document = DocumentRecording(of: bytes)
    #expect(document.members.first == "lang.txt text malformed")
    #expect(document.faults == [])
  }
}
