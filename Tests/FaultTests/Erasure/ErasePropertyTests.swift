import CommandBench
import Testing

/// Deletions in trees that nobody thought of, and steps of them that are killed.
@Suite struct ErasePropertyTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.write("", to: "werk/.x")
  }

  private func script(_ name: String) -> String {
    "\(#filePath)".replacing("ErasePropertyTests.swift", with: name)
  }

  @Test func `no verification passes while a planted value can be read`() throws {
    let run = try bench.shell("cd werk && rm .x && python3 '\(script("trees.py"))' 40 1")
    #expect(run.status == 0, "\(run.text) \(run.errorText)")
  }

  @Test func `no step that is killed loses anything`() throws {
    let run = try bench.shell("cd werk && rm .x && python3 '\(script("killed.py"))' 25 1")
    #expect(run.status == 0, "\(run.text) \(run.errorText)")
  }
}
