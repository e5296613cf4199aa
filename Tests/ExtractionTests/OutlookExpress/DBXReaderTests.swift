import ContentTypes
import Extraction
import Testing

@Suite struct DBXReaderTests {
  /// A message whose text takes several segments.
  private static func mail(_ subject: String, _ ending: String) -> String {
    "From: afdeling@voorbeeld.example\nSubject: \(subject)\n\n"
      + (1...20).map { "Regel \($0) van het dossier van Zoë.\n" }.joined() + ending + "\n"
  }

  private static let attachment = """
    From: afdeling@voorbeeld.example
    Subject: Bijlage
    Content-Type: multipart/mixed; boundary=rand

    --rand
    Content-Type: text/csv; name=lijst.csv
    Content-Disposition: attachment; filename=lijst.csv

    naam,bsn
    Jansen,999990019
    --rand--

    """

  /// Three messages with a letter among them, and one that was not fetched.
  private static let folder: DBXBuilder = {
    var builder = DBXBuilder(DBXBuilder.messages)
    let texts = [mail("Een", "Einde één"), mail("Twee", "Einde twee"), attachment]
    var records: [Int] = []
    for text in texts {
      let start = builder.text(text)[0]
      records.append(builder.record([(0x08, "Dossier"), (0x1A, "Werk")], [(0x04, start)]))
    }
    records.append(
      builder.record([
        (0x08, "Oproep"), (0x0D, "J. Jansen"), (0x0E, "j@voorbeeld.example"),
        (0x13, "P. Bakker"),
      ]))
    builder.tree(records)
    return builder
  }()

  @Test func `what is no folder is read as runs of text, and says so`() {
    var file = Self.folder.bytes
    // Another class than those of messages and folders.
    file[4] = 0xC7
    let document = DocumentRecording(of: file)
    #expect(document.outcome == "dbx text-in-binary")
    #expect(document.texts.contains { $0.text.contains("afdeling@voorbeeld.example") })
  }

  @Test func `reads each message of a folder, in the order of its tree`() {
    let folder = DocumentRecording(of: Self.folder.bytes)
    #expect(
      folder.members == [
        "1 mail complete", "2 mail complete", "3/lijst.csv csv complete", "3 mail complete",
        "4 mail complete", "dbx complete",
      ])
    #expect(folder.fields(at: "2/mail-headers").last == "Subject=Twee")
    #expect(folder.text(at: "1").hasSuffix("Regel 20 van het dossier van Zoë.\r\nEinde één\r\n"))
    #expect(folder.fields(at: "3/lijst.csv").contains("bsn=999990019"))
    #expect(folder.fields(at: "1/properties") == ["Account=Werk"])
    #expect(folder.faults.isEmpty)
  }

  @Test func `a message that was not fetched is what its record says`() {
    let folder = DocumentRecording(of: Self.folder.bytes)
    #expect(
      folder.fields(at: "4/mail-headers") == [
        "Subject=Oproep", "From=J. Jansen", "From=j@voorbeeld.example", "To=P. Bakker",
      ])
  }

  @Test func `a message that was deleted is read where it still lies`() {
    var builder = Self.folder
    let segments = builder.text(Self.mail("Weg", "BSN: 999990019"))
    builder.delete(segments)
    let folder = DocumentRecording(of: builder.bytes)
    #expect(folder.members.suffix(2) == ["deleted-text/1 mail complete", "dbx complete"])
    // The first four bytes of each segment are lost.
    #expect(
      folder.fields(at: "deleted-text/1/mail-headers").first == "----=afdeling@voorbeeld.example")
    #expect(folder.text(at: "deleted-text/1").hasSuffix("BSN: 999990019\r\n"))
    #expect(folder.text(at: "deleted-text/1").contains("----"))
  }

  @Test func `a segment that another message has by now is not read for the deleted one`() {
    var builder = DBXBuilder(DBXBuilder.messages)
    let segments = builder.text(Self.mail("Weg", "Einde"))
    builder.delete(segments)
    builder[segments[1] + 16] = 0
    let folder = DocumentRecording(of: builder.bytes)
    #expect(folder.members.count == 3)
    #expect(folder.text(at: "deleted-text/2").hasSuffix("Einde\r\n"))
  }

  @Test func `what is left of a deleted record is read`() {
    var builder = Self.folder
    let record = builder.record([(0x08, "Over"), (0x0E, "weg@voorbeeld.example")])
    let byteCount = builder[record + 4] + 12
    builder[record + 4] = byteCount - 20
    builder[0x29C + Int(byteCount) / 4 * 4] = UInt32(record)
    builder[record + 16] = 0
    let folder = DocumentRecording(of: builder.bytes)
    #expect(folder.text(at: "deleted-text").contains("weg@voorbeeld.example"))
    #expect(folder.outcome == "dbx complete")
  }

  @Test func `a message that no record names is read`() {
    var builder = Self.folder
    _ = builder.text(Self.mail("Los", "Einde"))
    let folder = DocumentRecording(of: builder.bytes)
    #expect(folder.fields(at: "5/mail-headers").last == "Subject=Los")
    #expect(folder.outcome == "dbx complete")
  }

  @Test func `a text that leads back to itself ends, and the file is malformed`() {
    var builder = DBXBuilder(DBXBuilder.messages)
    let segments = builder.text(Self.mail("Rond", "Einde"))
    builder[segments.last! + 12] = UInt32(segments[0])
    let folder = DocumentRecording(of: builder.bytes)
    #expect(folder.members == ["1 mail malformed", "dbx malformed"])
    #expect(folder.text(at: "1").contains("Einde"))
  }

  @Test func `of a damaged tree all messages are read, and the file is malformed`() {
    var builder = Self.folder
    builder[0xE4] = 0x3000
    let folder = DocumentRecording(of: builder.bytes)
    #expect(folder.fields(at: "2/mail-headers").last == "Subject=Twee")
    #expect(folder.outcome == "dbx malformed")
  }

  @Test func `of a file that breaks off what is there is read`() {
    let bytes = Self.folder.bytes
    let folder = DocumentRecording(of: Array(bytes[..<(DBXBuilder.headByteCount + 0x210)]))
    #expect(folder.text(at: "1").hasPrefix("Regel 1 van het dossier"))
    #expect(folder.outcome == "dbx malformed")
  }

  @Test func `messages count against the limit of entries`() {
    var limits = ExtractionLimits()
    limits.entriesPerFile = 3
    let folder = DocumentRecording(of: Self.folder.bytes, limits: limits)
    #expect(folder.missing == ["limit 3", "limit 4"])
    #expect(folder.outcome == "dbx limit")
  }

  @Test func `reads the names of folders and accounts`() {
    var builder = DBXBuilder(DBXBuilder.folders)
    let names = ["Postvak IN", "jansen@voorbeeld.example", "Dossier Zoë"]
    let records = names.map { builder.record([(0x02, $0), (0x03, "\($0).dbx")]) }
    builder.tree(records)
    let folders = DocumentRecording(of: builder.bytes)
    #expect(
      folders.fields() == [
        "Folder=Postvak IN", "File=Postvak IN.dbx", "Folder=jansen@voorbeeld.example",
        "File=jansen@voorbeeld.example.dbx", "Folder=Dossier Zoë", "File=Dossier Zoë.dbx",
      ])
    #expect(folders.outcome == "dbx complete")
  }

  @Test func `outlives bytes that were changed`() {
    let bytes = Self.folder.bytes
    var random = SplitMix(seed: 21)
    // Most of the header means nothing.
    for position in Array(0..<0x100) + Array(DBXBuilder.headByteCount..<bytes.count) {
      var changed = bytes
      changed[position] = UInt8.random(in: 0...255, using: &random)
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }
}
