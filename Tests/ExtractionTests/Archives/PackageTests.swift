import Testing

/// Packages of dpkg-deb and rpmbuild, and archives of ar (Fixtures/archives).
@Suite struct PackageTests {
  private static let letter = "Jan Voorbeeld, BSN 999990019, jan@example.nl\n"

  @Test func `gives the files of a package of Debian, and who keeps it`() {
    let package = DocumentRecording(of: ForeignFile.bytes("archives/brief.deb"))
    let data = "data.tar.xz/./usr/share/doc/brief"
    #expect(package.text(at: "\(data)/brief.txt") == Self.letter)
    #expect(package.fields(at: "\(data)/map/één.csv").contains("bsn=999999990"))
    let control = package.text(at: "control.tar.xz/./control")
    #expect(control.contains("Sanne Smit <s.smit@voorbeeld.nl>"))
    #expect(package.outcome == "ar complete")
    #expect(package.faults == [])
  }

  @Test func `gives the files of an archive of ar`() {
    let archive = DocumentRecording(of: ForeignFile.bytes("archives/brief.ar"))
    #expect(archive.text(at: "brief.txt") == Self.letter)
    #expect(archive.fields(at: "één.csv").contains("bsn=999999990"))
    #expect(archive.outcome == "ar complete")
  }

  @Test(arguments: ["gzip", "xz", "zstd"])
  func `gives the files of a package of RPM, and what it says of itself`(packing: String) {
    let package = DocumentRecording(of: ForeignFile.bytes("archives/\(packing).rpm"))
    #expect(package.text(at: "./usr/share/doc/brief/brief.txt") == Self.letter)
    #expect(package.fields(at: "./usr/share/doc/brief/map/één.csv").contains("bsn=999999990"))
    let wanted: Set = [
      "Summary=Brief van Bo", "Packager=Sanne Smit <s.smit@voorbeeld.nl>",
      "Description=Brief aan mevrouw Vliet,\ndossier 999990019.",
      "PostInstall=echo \"Wietske Vliet\"", "BuildHost=bouw.voorbeeld.nl",
      "ChangelogName=Kees Klok <k.klok@voorbeeld.nl> - 1.0-1",
      "ChangelogText=- Eerste brief voor Bakker",
    ]
    #expect(wanted.subtracting(package.fields(at: "properties")) == [])
    #expect(package.outcome == "rpm complete")
    #expect(package.faults == [])
  }

  @Test(arguments: ["brief.deb", "xz.rpm", "brief.ar"])
  func `no changed byte ends the reader`(name: String) {
    let bytes = ForeignFile.bytes("archives/\(name)")
    var generator = SplitMix(seed: 7)
    for _ in 0..<200 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: 8..<changed.count, using: &generator)] =
          .random(in: 0...255, using: &generator)
      }
      #expect(DocumentRecording(of: changed).faults == [])
    }
  }

  @Test func `says that a package breaks off`() {
    let package = ForeignFile.bytes("archives/xz.rpm")
    let cut = DocumentRecording(of: Array(package.dropLast(20)))
    #expect(cut.outcome == "rpm malformed")
    #expect(cut.fields(at: "properties").contains("Summary=Brief van Bo"))
    #expect(DocumentRecording(of: Array(package.prefix(300))).outcome == "rpm malformed")
  }
}
