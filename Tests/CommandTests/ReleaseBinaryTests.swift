import CommandBench
import Foundation
import Testing

/// The binary that is handed on, as `$VINDPLAATS` names it.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["VINDPLAATS"] != nil))
struct ReleaseBinaryTests {
  @Test func `needs no library of Swift`() throws {
    let run = try CommandBench().shell(#"ldd "$VINDPLAATS""#)
    #expect(run.status == 0)
    #expect(run.text.contains("libc.so"))
    #expect(!run.text.contains("swift") && !run.text.contains("Foundation"))
  }

  @Test func `runs without an environment`() throws {
    let run = try CommandBench().shell(#"env -i "$VINDPLAATS" --version"#)
    #expect(run.status == 0)
  }
}
