internal import Foundation
internal import Glibc
package import TestSupport

/// A test could not prepare a file.
struct WriteError: Error {}

/// Runs the command line that was built beside the tests, in a folder of its own.
package struct CommandBench {
  /// The working directory of every run.
  package let folder: TemporaryFolder
  private let outputs: TemporaryFolder

  package init() throws {
    folder = try TemporaryFolder()
    outputs = try TemporaryFolder()
  }

  /// The binary that `$VINDPLAATS` names, else the one in the directory of the running tests.
  package static let binary =
    ProcessInfo.processInfo.environment["VINDPLAATS"]
    ?? URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "vindplaats").path

  /// Writes a file below the working directory; folders on the way are made.
  package func write(_ text: String, to name: String) throws {
    try folder.write(text, to: name)
  }

  /// Writes a file of the working directory whose name need not be UTF-8.
  package func write(_ bytes: [UInt8], toName name: [UInt8]) throws {
    let path = Array("\(folder.path)/".utf8) + name + [0]
    guard let file = fopen(path.map(CChar.init(bitPattern:)), "w") else { throw WriteError() }
    _ = fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The text of a file below the working directory; nil where there is none.
  package func text(of name: String) -> String? {
    try? String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  /// Runs `vindplaats` to its end.
  package func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> CommandRun {
    try start(arguments, environment: environment).finish()
  }

  /// Runs `vindplaats` with arguments that need not be UTF-8.
  package func run(bytes arguments: [[UInt8]]) throws -> CommandRun {
    try start(Self.binary, arguments, environment: [:]).finish()
  }

  /// Runs a script of the shell, for which `$VINDPLAATS` is the binary.
  package func shell(_ script: String) throws -> CommandRun {
    try start("/bin/sh", ["-c", script].map { Array($0.utf8) }, environment: [:]).finish()
  }

  /// Starts `vindplaats` and lets it run.
  package func start(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> RunningCommand {
    try start(Self.binary, arguments.map { Array($0.utf8) }, environment: environment)
  }

  private func start(
    _ program: String, _ arguments: [[UInt8]], environment: [String: String]
  ) throws -> RunningCommand {
    let base = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "VINDPLAATS": Self.binary,
      "VINDPLAATS_STORE": "none",
    ]
    return try RunningCommand(
      program, arguments, environment: base.merging(environment) { $1 },
      directory: folder.path, outputs: outputs.path)
  }
}
