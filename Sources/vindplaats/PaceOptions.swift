internal import ArgumentParser
internal import Glibc

/// How much of the machine and of the disk a scan takes.
struct PaceOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("Threads that scan; without it, as many as processors.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Read at most so many bytes a second, such as 20M, with all threads together.",
      valueName: "size"),
    transform: ByteSize.init(argument:))
  var throttle: ByteSize?

  @Flag(
    name: .customLong("idle-io"),
    help: ArgumentHelp(
      "Read only while nobody else uses the disk; where Linux has a scheduler of I/O with priorities."
    ))
  var readsWhenIdle = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  var jobCount: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The options as they are typed.
  var words: [String] {
    (jobs.map { ["--jobs", "\($0)"] } ?? []) + (throttle.map { ["--throttle", $0.text] } ?? [])
      + (readsWhenIdle ? ["--idle-io"] : [])
  }
}
