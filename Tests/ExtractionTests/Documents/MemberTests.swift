import Testing

@testable import Extraction

@Suite struct MemberTests {
  // Office overwrites what it takes out of a document, and leaves it in the folder `[trash]`.
  @Test(arguments: [300, 200_000])
  func `finds nothing in a member of zeros`(byteCount: Int) {
    let blank = String(repeating: "\0", count: byteCount)
    let recording = DocumentRecording(
      of: StoredZip.bytes(["[trash]/0000.dat": blank, "a.txt": "Jan\n"]))
    #expect(recording.missing.isEmpty)
    #expect(recording.members.contains("[trash]/0000.dat binary complete"))
  }

  @Test(arguments: [300, 200_000])
  func `says so where other bytes follow`(byteCount: Int) {
    let bytes = String(repeating: "\0", count: byteCount) + "\u{1}\u{2}"
    let recording = DocumentRecording(of: StoredZip.bytes(["x.dat": bytes, "a.txt": "Jan\n"]))
    #expect(recording.members.contains("x.dat binary unsupported"))
  }
}
