import CommandBench
import TestSupport
import Testing

@Suite struct LogPathsTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try MadeUpShare.write(in: bench)
  }

  private func message(_ arguments: [String], _ environment: [String: String] = [:]) throws
    -> String
  {
    let run = try bench.start(arguments + ["--log-paths=hash"], environment: environment).finish()
    #expect(run.status != 0)
    return run.errorText
  }

  @Test(arguments: [
    ["scan", "dossier-jansen"], ["scan", "share", "--out", "csv=dossier-jansen/x.csv"],
    ["scan", "share", "--patterns", "dossier-jansen"],
    ["scan", "share", "--passwords", "dossier-jansen/x"],
    ["patterns", "list", "--patterns", "dossier-jansen"],
    ["scan", "share", "--key", "dossier-jansen/key", "--store", "/dev/null/store"],
    ["purge", "--everything", "--store", "dossier-jansen/store"],
    ["purge", "--everything", "dossier-jansen/store"],
  ])
  func `hides every path of a message behind its hash`(arguments: [String]) throws {
    let text = try message(arguments)
    #expect(!text.contains("jansen"))
    #expect(text.contains(/path:[0-9a-f]{12}/))
  }

  @Test func `equal paths have equal hashes under the key of the store, and without it not`() throws
  {
    let store = [
      "VINDPLAATS_STORE": "\(bench.folder.path)/a/store.sqlite",
      "VINDPLAATS_KEY": "\(bench.folder.path)/keys/a",
    ]
    #expect(try bench.start(["scan", "share"], environment: store).finish().status == 0)
    #expect(try message(["scan", "x"], store) == message(["scan", "x"], store))
    #expect(try message(["scan", "x"], store) != message(["scan", "y"], store))
    #expect(try message(["scan", "x"]) != message(["scan", "x"]))
  }

  @Test func `writes paths as they are unless asked otherwise`() throws {
    #expect(try bench.run("scan", "dossier-jansen").errorText.contains("dossier-jansen"))
  }
}
