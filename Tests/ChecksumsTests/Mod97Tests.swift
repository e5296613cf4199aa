import Testing

@testable import Checksums

@Suite struct Mod97Tests {
  @Test func `reads letters as 10 to 35`() {
    #expect((Mod97.remainder(of: "A".utf8.span) == 10) == true)
    #expect((Mod97.remainder(of: "Z".utf8.span) == 35) == true)
    #expect((Mod97.remainder(of: "NL002455799B11".utf8.span) == 1) == true)
  }

  @Test func `goes on behind other characters`() {
    let account = Mod97.remainder(of: "ABNA0417164300".utf8.span)
    #expect((Mod97.remainder(of: "NL91".utf8.span, after: account) == 1) == true)
    #expect((Mod97.remainder(of: "ABNA0417164300NL91".utf8.span) == 1) == true)
  }

  @Test func `leaves what is below 97 as it is`() {
    #expect((Mod97.remainder(of: "96".utf8.span) == 96) == true)
    #expect((Mod97.remainder(of: "97".utf8.span) == 0) == true)
    #expect((Mod97.remainder(of: "".utf8.span) == 0) == true)
  }
}
