import ScanModel
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  private let style = ReportStyle(language: .nl)

  /// The markup of a page, tag by tag: `<td class="num">`, `</td>`.
  private func tags(_ page: String) -> [Substring] {
    page.split(separator: "<").dropFirst().compactMap { $0.split(separator: ">").first }
  }

  @Test func `states the hash of its only style`() throws {
    let abc = SHA256.digest(Array("abc".utf8)).prefix(4)
    #expect(Array(abc) == [0xBA, 0x78, 0x16, 0xBF])
    let page = try SampleRun().text(.html, style)
    let sheet = try #require(
      page.split(separator: "<style>").last?.split(separator: "</style>").first)
    let hash = "sha256-" + Base64.encode(SHA256.digest(Array(sheet.utf8)))
    #expect(HTMLStyle.sheetHash == hash)
    #expect(page.contains("style-src &#39;\(hash)&#39;"))
    #expect(tags(page).count { $0.hasPrefix("style") } == 1)
  }

  @Test func `has a policy that forbids all else`() throws {
    let page = try SampleRun().text(.html, style)
    let policy = try #require(page.split(separator: "Content-Security-Policy").last?.prefix(60))
    #expect(policy.contains("default-src &#39;none&#39;"))
    #expect(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"))
    #expect(page.contains("<html lang=\"nl\">"))
  }

  @Test(arguments: [(1, "1 soort gegevens"), (2, "2 soorten gegevens")])
  func `says how many kinds were looked for`(count: Int, words: String) throws {
    var run = SampleRun()
    run.header = RunHeader(
      id: "i", toolVersion: "v", started: 0, roots: [FilePath("/r")], options: [],
      kinds: Array(SampleRun.kinds.prefix(count)))
    #expect(try run.text(.html, style).contains(words))
  }

  @Test func `makes no markup of what comes from outside`() throws {
    let hostile = "\"><script>x()</script><img src=x onerror=x()>&'\u{202E}\u{1B}"
    var run = SampleRun()
    run.header = RunHeader(
      id: hostile, toolVersion: hostile, started: 0, roots: [FilePath(hostile)],
      options: [hostile],
      kinds: [
        KindDescription(
          id: "bsn", dutchName: hostile, englishName: hostile, legalClass: .nationalID)
      ])
    for path in HostilePaths.all + [FilePath(hostile)] {
      run.add(
        path, members: SampleRun.members(at: [.member(hostile)], .encrypted), contentType: hostile,
        stoppedPatterns: [hostile],
        sameFileAs: path,
        findings: [
          SampleRun.finding(
            value: hostile, at: .cell(row: 1, column: 1, header: hostile),
            reasons: [.label(hostile, distance: 1)])
        ])
      run.add(path, outcome: .notExamined(.unsupportedType), contentType: hostile)
      run.leftOut.append((path, .excluded))
    }
    var plain = SampleRun()
    for _ in run.records.indices.dropLast(run.records.count / 2) {
      plain.add(
        FilePath("/a"), members: SampleRun.members(at: [.member("m")], .encrypted),
        stoppedPatterns: ["p"], sameFileAs: FilePath("/b"),
        findings: [SampleRun.finding()])
      plain.add(FilePath("/a"), outcome: .notExamined(.unsupportedType))
      plain.leftOut.append((FilePath("/a"), .excluded))
    }
    plain.header = RunHeader(
      id: "i", toolVersion: "v", started: 0, roots: [FilePath("/r")], options: ["o"],
      kinds: [SampleRun.kinds[0]])
    for reveals in [false, true] {
      let style = ReportStyle(language: .nl, revealsValues: reveals)
      let page = try run.text(.html, style)
      let names = tags(page).map { $0.prefix { $0 != " " } }
      #expect(names == tags(try plain.text(.html, style)).map { $0.prefix { $0 != " " } })
      #expect(!names.contains("script"))
      #expect(!names.contains("img"))
      #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isDeceptive })
    }
  }

  @Test func `closes every element that it opens`() throws {
    var run = SampleRun()
    run.add(FilePath("/srv/a"), findings: [SampleRun.finding(), SampleRun.finding("iban")])
    run.add(FilePath("/srv/b"), outcome: .notExamined(.encrypted))
    run.leftOut = [(FilePath("/srv/c"), .symbolicLink)]
    var open: [Substring] = []
    for tag in tags(try run.text(.html, style)) {
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " }
      if ["meta", "!DOCTYPE"].contains(name) { continue }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == name)
      } else {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func `links to nothing but itself`() throws {
    var run = SampleRun()
    for path in HostilePaths.all { run.add(path, findings: [SampleRun.finding()]) }
    let page = try run.text(.html, style)
    let targets = page.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(targets.count == HostilePaths.all.count + 7)
    #expect(targets.allSatisfy { $0.hasPrefix("#") && page.contains("id=\"\($0.dropFirst())\"") })
    #expect(!page.contains("src=\""))
    #expect(!page.contains("style=\""))
  }

  @Test func `tells its parts in order`() throws {
    let page = try SampleRun().text(.html, style)
    let parts = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(
      parts == ["coverage", "kinds", "files", "details", "gaps", "guide", "signature"])
  }

  @Test func `shows a sum that holds`() throws {
    var run = SampleRun()
    for index in 0..<1100 { run.add(FilePath("/srv/\(index)")) }
    for index in 0..<4 {
      run.add(FilePath("/p\(index)"), outcome: .partial(.changed, examinedByteCount: 1))
    }
    for index in 0..<130 { run.add(FilePath("/n\(index)"), outcome: .notExamined(.vanished)) }
    let page = try run.text(.html, style)
    let sum = try #require(
      page.split(separator: "class=\"sum\"").last?.split(separator: "</dl>").first)
    let numbers = sum.split(separator: "<dd>").dropFirst()
      .compactMap { $0.split(separator: "</dd>").first?.split(separator: ">").last }
    #expect(numbers == ["1.234", "1.100", "4", "130"])
    #expect(page.contains("Van 1.234 bestanden zijn er 134 niet of niet volledig onderzocht."))
  }

  @Test func `keeps bounded lists and says how many more there are`() throws {
    var run = SampleRun()
    for index in 0..<1003 { run.add(FilePath("/f\(index)"), findings: [SampleRun.finding()]) }
    for index in 0..<507 { run.add(FilePath("/g\(index)"), outcome: .notExamined(.encrypted)) }
    let page = try run.text(.html, style)
    #expect(tags(page).count { $0 == "details class=\"file\"" } == 1000)
    #expect(page.contains("En nog 3; zie het CSV-rapport."))
    #expect(page.contains("En nog 7; zie het CSV-rapport."))
  }

  @Test func `lists what can be mended before types without a reader`() throws {
    var run = SampleRun()
    for index in 0..<600 {
      run.add(FilePath("/a\(index)"), outcome: .notExamined(.unsupportedType), contentType: "pdf")
    }
    run.add(FilePath("/zz-folder"), outcome: .notExamined(.directoryUnreadable(13)))
    let page = try run.text(.html, style)
    #expect(page.contains("zz-folder"))
    #expect(page.contains("map niet te lezen; wat erin staat is onbekend, geen toegang (EACCES)"))
  }

  @Test func `names the kinds that were looked for and not found`() throws {
    var run = SampleRun()
    run.add(FilePath("/a"), findings: [SampleRun.finding("iban")])
    let page = try run.text(.html, style)
    #expect(page.contains("Gezocht, niet gevonden: Burgerservicenummer."))
    #expect(page.contains("Gezocht, niet gevonden: E-mailadres."))
  }

  @Test func `warns of what a reader must know first`() throws {
    var run = SampleRun()
    run.wasInterrupted = true
    let page = try run.text(.html, ReportStyle(language: .nl, revealsValues: true))
    #expect(page.contains("De scan is onderbroken."))
    #expect(page.contains("toont gevonden waarden voluit"))
  }
}
