import Testing

@Suite struct ImageReaderTests {
  static let types = ["jpg", "png", "tif", "webp", "heic", "cr3", "jp2"]

  private func recording(_ type: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("images/metadata.\(type)"))
  }

  @Test(arguments: types)
  func `reads the texts and the position of EXIF`(type: String) {
    let fields = Set(recording(type).fields(at: "metadata"))
    #expect(fields.contains("Artist=Ans Fotograaf"))
    #expect(fields.contains("ImageDescription=Foto van Bo"))
    #expect(fields.contains("UserComment=gebruikerscommentaar Çiğdem"))
    #expect(fields.contains("CameraOwnerName=Eva Eigenaar"))
    #expect(fields.contains("XPAuthor=Xandra Auteur"))
    #expect(fields.contains("GPSPosition=52.373056, -4.892222"))
  }

  @Test(arguments: types)
  func `reads packets of XMP`(type: String) {
    let recording = recording(type)
    #expect(recording.fields(at: "metadata").contains("Seq.li=Xander Maker"))
    #expect(recording.fields(at: "metadata").contains("Alt.li=xmp beschrijving 0687654321"))
    #expect(recording.faults == [])
    #expect(recording.missing == [])
    #expect(recording.outcome.hasSuffix(" complete") || recording.outcome == "complete")
  }

  @Test(arguments: ["jpg", "tif", "psd"])
  func `reads IPTC`(type: String) {
    #expect(recording(type).fields(at: "metadata").contains("By-line=Ingrid IPTC"))
  }

  @Test func `reads all parts of IPTC and comments of JPEG`() {
    let fields = recording("jpg").fields(at: "metadata")
    #expect(fields.contains("Contact=ingrid@example.nl"))
    #expect(fields.contains("Caption=bijschrift"))
    #expect(fields.contains("Comment=jpeg commentaar"))
  }

  @Test func `reads the texts of PNG, packed or not`() {
    let fields = recording("png").fields(at: "metadata")
    #expect(fields.contains("Author=Anja de Böer"))
    #expect(fields.contains("Title=Tïtel ☎ iTXt"))
    #expect(fields.contains { $0.hasPrefix("Comment=gezipt") && $0.hasSuffix("0612345678") })
    #expect(fields.contains { $0.hasPrefix("Description=") && $0.hasSuffix("jan@example.nl") })
  }

  @Test func `reads comments and XMP of GIF`() {
    let fields = recording("gif").fields(at: "metadata")
    #expect(fields.contains("Comment=gif commentaar van Gerrit"))
    #expect(fields.contains("Seq.li=Xander Maker"))
  }

  @Test func `counts the pages of TIFF`() {
    #expect(recording("tif").fields(at: "metadata").contains("PageCount=2"))
  }

  @Test func `finds nothing in a bitmap, and nothing missing`() {
    #expect(recording("bmp").outcome == "bmp complete")
    #expect(recording("bmp").allFields == [])
  }
}
