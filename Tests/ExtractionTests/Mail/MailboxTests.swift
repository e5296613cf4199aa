import Extraction
import Testing

@Suite struct MailboxTests {
  @Test func `reads each message of a mailbox`() {
    let mailbox = DocumentRecording(
      of: Array(
        """
        From jan@voorbeeld.example Mon Jan  1 10:00:00 2024
        From: jan@voorbeeld.example
        Subject: Een
        Content-Length: 100000

        Tekst
        >From hier

        From here on it goes: no message
        From piet@voorbeeld.example Mon Jan  1 10:00:00 2024
        Subject: Twee

        Slot

        """.utf8))
    #expect(mailbox.members == ["1 mail complete", "2 mail complete", "mbox complete"])
    #expect(
      mailbox.text(at: "1") == "Tekst\nFrom hier\n\nFrom here on it goes: no message\n")
    #expect(mailbox.fields(at: "2/mail-headers").last == "Subject=Twee")
    #expect(mailbox.text(at: "2") == "Slot\n")
    #expect(mailbox.faults.isEmpty)
  }
}
