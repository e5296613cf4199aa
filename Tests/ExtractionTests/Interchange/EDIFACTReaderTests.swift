import ContentTypes
import ScanModel
import Testing

@testable import Extraction

@Suite struct EDIFACTReaderTests {
  private static let report = [
    "UNB+UNOC:3+500000123:ZZ+500000456+240603:1015+77'", "UNH+1+MEDRPT:1:901:UN'",
    "PNA+PAT+8001:::X+++1:de Vries+2:Jan:extra'", "DTM+329:19600102:102'",
    "DTM+137:202406031622:203'", "PDI+1+2'", "RFF+BSN:999990019'", "RFF+AGB:12345678:1'",
    "ADR+1++5:Dorpsstraat 12:Ede+6711AB'",
    "NAD+PO+7:160:9++Huisarts:A. Arts+Laan 7+Velp++6880AA+NL'",
    "COM+0318555123:TE+jan@voorbeeld.example:EM'", "CTA+IC+K1:S. Bakker'",
    "FII+OR+NL91ABNA0417164300:J. de Vries+BANK'", "FTX+AAI+++Dag ?'s avonds:en 1 ?+ 1 is 2'",
    "UNT+14+1'",
  ]

  private static let fields = [
    "kenmerk=UNOC @1:0", "kenmerk=3 @1:0", "kenmerk=500000123 @1:0", "kenmerk=ZZ @1:0",
    "kenmerk=500000456 @1:0", "kenmerk=240603 @1:0", "kenmerk=1015 @1:0", "kenmerk=77 @1:0",
    "kenmerk=1 @2:0", "kenmerk=MEDRPT @2:0", "kenmerk=1 @2:0", "kenmerk=901 @2:0",
    "kenmerk=UN @2:0",
    "naam=Jan de Vries @3:0", "–=PAT @3:0", "–=8001 @3:0", "–=X @3:0", "–=extra @3:0",
    "geboortedatum=19600102 @4:0", "–=202406031622 @5:0", "geslacht=1 @6:0", "–=2 @6:0",
    "BSN=999990019 @7:0", "AGB=12345678 @8:0", "–=1 @8:0",
    "adres=Dorpsstraat 12, Ede, 6711AB @9:0", "–=1 @9:0",
    "naam=Huisarts A. Arts @10:0", "adres=Laan 7, 6880AA Velp, NL @10:0", "–=PO @10:0",
    "–=7 @10:0", "–=160 @10:0", "–=9 @10:0",
    "telefoon=0318555123 @11:0", "email=jan@voorbeeld.example @11:0",
    "naam=S. Bakker @12:0", "–=K1 @12:0", "–=IC @12:0",
    "naam=J. de Vries @13:0", "rekeningnummer=NL91ABNA0417164300 @13:0", "–=OR @13:0",
    "–=BANK @13:0",
    "–=AAI @14:0", "–=Dag 's avonds en 1 + 1 is 2 @14:0", "kenmerk=14 @15:0", "kenmerk=1 @15:0",
  ]

  @Test(arguments: ["\n", "\r\n", ""])
  func `gives values a field that their place names`(lineEnd: String) throws {
    let message = Array(Self.report.joined(separator: lineEnd).utf8)
    for chunkByteCount in ChunkedSource.sizes {
      let recording = try read(message, chunkByteCount)
      #expect(recording.fieldDescriptions == Self.fields)
      #expect(recording.outcome == .complete)
      #expect(recording.faults == [])
    }
  }

  @Test func `reads the marks that the message tells`() throws {
    let message = "UNA|^,!*~\nUNB^x~\nRFF^BSN|999990019~\nFTX^A^^^a!^b~"
    for chunkByteCount in [1, 5, 1000] {
      #expect(
        try read(Array(message.utf8), chunkByteCount).fieldDescriptions == [
          "kenmerk=x @2:0", "BSN=999990019 @3:0", "–=A @4:0", "–=a^b @4:0",
        ])
    }
  }

  @Test func `reads what is not ended`() throws {
    #expect(
      try read(Array("UNB+1'RFF+BSN:999990019".utf8)).fieldDescriptions == [
        "kenmerk=1 @1:0", "BSN=999990019 @2:0",
      ])
    #expect(try read(Array("UNB".utf8)).fieldDescriptions == [])
  }

  @Test func `parts no character where the marks that are told are none`() throws {
    let message = Array("UNA:Ê?. 'RFF+BSN:Êé'".utf8)
    let recording = try read(message)
    #expect(recording.faults == [])
    #expect(recording.fields.last?.text == "Êé")
  }

  @Test func `survives hostile bytes`() throws {
    var generator = SplitMix(seed: 6)
    let alphabet = "UNABPFTX+:'?12 \r\n"
    for _ in 0..<60 {
      let rest = (0..<2000).map { _ in alphabet.utf8.randomElement(using: &generator) ?? 0 }
      let document = Array("UNB+UNOC:3'".utf8) + rest
      let whole = try read(document)
      #expect(whole.faults == [])
      #expect(try read(document, 7) == whole)
    }
  }

  private func read(_ document: [UInt8], _ chunkByteCount: Int = 1 << 16) throws -> Recording {
    try Recording(of: document, chunkByteCount: chunkByteCount) { text, sink throws(ReadFailure) in
      var reader = EDIFACTReader()
      return try reader.read(&text, into: &sink)
    }
  }
}
