import ScanModel
import Testing

@testable import Reporting

@Suite struct TerminalTextTests {
  @Test(
    arguments: [
      ("/srv/gewone naam.txt", "/srv/gewone naam.txt"),
      ("/srv/cliënt's", "/srv/cliënt's"),
      ("/srv/a\nb", #"$'/srv/a\nb'"#),
      ("/srv/it's\t", #"$'/srv/it\'s\t'"#),
      ("/srv/\u{1B}[31m", #"$'/srv/\033[31m'"#),
      ("/srv/\u{7F}\\", #"$'/srv/\177\\'"#),
      ("/srv/\u{85}", #"$'/srv/\u0085'"#),
      ("/srv/x\u{202E}fdp", #"$'/srv/x\u202efdp'"#),
      ("/srv/\u{2066}\u{200B}\u{FEFF}", #"$'/srv/\u2066\u200b\ufeff'"#),
      ("/srv/\u{E0041}", #"$'/srv/\U000e0041'"#),
      ("$'fake'", #"$'$\'fake\''"#),
    ])
  func `shows what cannot be seen`(path: String, shown: String) {
    #expect(TerminalText.path(FilePath(path)) == shown)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x31], #"$'a\3771'"#), ([0xC3], #"$'\303'"#),
      ([0xED, 0xA0, 0x80], #"$'\355\240\200'"#), ([0xC3, 0xAB, 0xFE], #"$'ë\376'"#),
    ] as [([UInt8], String)])
  func `shows bytes that are not UTF-8`(bytes: [UInt8], shown: String) {
    #expect(TerminalText.path(FilePath(bytes)) == shown)
  }

  @Test(arguments: HostilePaths.all)
  func `leaves nothing that a terminal obeys`(path: FilePath) {
    let shown = TerminalText.path(path)
    #expect(shown.unicodeScalars.allSatisfy { !$0.isDeceptive })
  }

  @Test func `tells all hostile paths apart`() {
    let shown = HostilePaths.all.map { Array(TerminalText.path($0).utf8) }
    #expect(Set(shown).count == HostilePaths.all.count)
  }
}
