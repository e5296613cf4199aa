import CommandBench
import Testing

@Suite struct UsageErrorTests {
  @Test(arguments: [
    ["bogus"], ["scan"], ["scan", "--bogus", "share"], ["scan", "absent"], ["scan", ""],
    ["scan", "share", "--jobs", "0"], ["scan", "share", "--jobs", "many"],
    ["scan", "share", "--throttle", "fast"],
    ["scan", "share", "--throttle", "0"], ["scan", "share", "--throttle", "-1M"],
    ["scan", "share", "--idle-io=yes"], ["scan", "share", "--max-size", "10Q"],
    ["scan", "share", "--max-size", "0"],
    ["scan", "share", "--kinds", "bogus"], ["scan", "share", "--kinds", ""],
    ["scan", "share", "--kinds", ","], ["scan", "share", "--include", ""],
    ["scan", "share", "--format", "pdf"], ["scan", "share", "--json", "--format", "csv"],
    ["scan", "share", "--lang", "de"], ["scan", "share", "--progress", "maybe"],
    ["scan", "share", "--color", "maybe"], ["scan", "share", "--exit-code", "3"],
    ["scan", "share", "--exit-code", "126"], ["scan", "share", "--out", "pdf=report.pdf"],
    ["scan", "share", "--out", "report.html"], ["scan", "share", "--out", "html="],
    ["scan", "share", "--patterns", "absent"], ["scan", "share", "--patterns", "share"],
    ["patterns", "show", "bogus"], ["patterns", "list", "bogus"], ["completions", "tcsh"],
  ])
  func `is one line and status 2`(arguments: [String]) throws {
    let bench = try CommandBench()
    try bench.write("x", to: "share/a.txt")
    let run = try bench.start(arguments).finish()
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.hasPrefix("vindplaats: "))
    #expect(run.errorText.hasSuffix("\n"))
  }

  @Test(arguments: [("nl", "geen soort heet 'bogus'"), ("en", "no kind is called 'bogus'")])
  func `says in the language asked for that there is no such kind`(
    language: String, text: String
  ) throws {
    let bench = try CommandBench()
    try bench.write("x", to: "share/a.txt")
    let run = try bench.run("scan", "share", "--kinds", "bogus", "--lang", language)
    #expect(run.status == 2)
    #expect(run.errorText.contains(text))
  }

  @Test func `names the formats of reports`() throws {
    let run = try CommandBench().run("scan", ".", "--out", "pdf=report.pdf")
    #expect(run.errorText.contains("html, csv, json, ndjson"))
  }

  @Test func `names the choices of an option on the same line`() throws {
    let run = try CommandBench().run("scan", ".", "--format", "pdf")
    #expect(run.errorText.contains("summary, html, csv, json, ndjson, none. See"))
  }

  @Test func `refuses two reports for one file, whatever it is called`() throws {
    let bench = try CommandBench()
    let run = try bench.run("scan", ".", "--out", "html=report", "--out", "csv=./report")
    #expect(run.status == 2)
    #expect(run.errorText.contains("two reports would be written to ./report"))
  }

  @Test func `refuses a report that would replace a file to be scanned`() throws {
    let bench = try CommandBench()
    try bench.write("bewaren", to: "a.txt")
    let run = try bench.run("scan", "a.txt", "--out", "csv=./a.txt")
    #expect(run.status == 2)
    #expect(bench.text(of: "a.txt") == "bewaren")
  }

  @Test func `a place that cannot be written is status 74`() throws {
    let run = try CommandBench().run("scan", ".", "--out", "html=absent/report.html")
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("absent/report.html"))
  }

  @Test(arguments: ["list \u{1B}[31m", "\u{1B}]0;title\u{07}", "two\nlines", "\u{202E}gpj"])
  func `nothing in an argument moves the terminal`(argument: String) throws {
    let bench = try CommandBench()
    for arguments in [[argument], ["scan", argument], ["scan", ".", "--kinds", argument]] {
      let run = try bench.start(arguments).finish()
      #expect(run.status == 2)
      #expect(run.errorLines.count == 1)
      #expect(!run.errors.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
      #expect(!run.errorText.unicodeScalars.contains("\u{202E}"))
    }
  }
}
