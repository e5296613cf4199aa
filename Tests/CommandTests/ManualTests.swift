import CommandBench
import Testing

@Suite struct ManualTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  @Test func `has every option of every command`() throws {
    let manual = try bench.run("manual").text.replacing(#"\-"#, with: "-")
    for command in [["scan"], ["patterns", "test"], ["completions"]] {
      let help = try bench.start(command + ["--help"]).finish().text
      let options = help.split { $0.isWhitespace || $0 == "," || $0 == "/" }
        .filter { $0.hasPrefix("--") && !["--help", "--version"].contains($0) }
      for option in options { #expect(manual.contains(option)) }
    }
  }

  @Test func `is made of requests and lines that hold no request by chance`() throws {
    let known: Set = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".br", ".RS", ".RE", ".nf", ".fi"]
    for line in try bench.run("manual").lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(String(line.prefix { $0 != " " })))
    }
  }

  @Test func `has the sections that readers look for, in order`() throws {
    let titles = try bench.run("manual").lines.filter { $0.hasPrefix(".SH ") }.map {
      $0.dropFirst(4)
    }
    #expect(titles.prefix(4) == ["NAME", "SYNOPSIS", "DESCRIPTION", "SCAN"])
    #expect(titles.suffix(3) == ["EXIT STATUS", "ENVIRONMENT", "EXAMPLES"])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the commands and options`(shell: String) throws {
    let run = try bench.run("completions", shell)
    #expect(run.status == 0)
    for word in ["scan", "patterns", "fail-on-findings", "ndjson"] {
      #expect(run.text.contains(word))
    }
  }

  @Test func `bash takes its completions`() throws {
    let run = try bench.shell(
      #"command -v bash >&2 || exit 0; "$VINDPLAATS" completions bash | bash -n"#)
    #expect(run.status == 0)
  }
}
