import Glibc
import ScanModel
import Testing

@testable import Reporting

@Suite struct OutputFileTests {
  @Test func `puts nothing in place before it is finished`() throws {
    let folder = TemporaryFolder()
    folder.write("old", to: "report.csv")
    let output = try OutputFile(replacing: folder.file("report.csv"))
    try output.write(String(repeating: "new", count: 100_000))
    #expect(folder.read("report.csv") == Array("old".utf8))
    #expect(folder.names.count == 2)
    try output.finish()
    #expect(folder.read("report.csv") == Array(String(repeating: "new", count: 100_000).utf8))
    #expect(folder.names == ["report.csv"])
  }

  @Test func `lets only its owner read the file`() throws {
    let folder = TemporaryFolder()
    let output = try OutputFile(replacing: folder.file("report"))
    try output.finish()
    var facts = stat()
    #expect(stat(folder.path + "/report", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
  }

  @Test func `leaves the old file and nothing else when it is given up`() throws {
    let folder = TemporaryFolder()
    folder.write("old", to: "report")
    do {
      let output = try OutputFile(replacing: folder.file("report"))
      try output.write("half")
    }
    #expect(folder.names == ["report"])
    #expect(folder.read("report") == Array("old".utf8))
  }

  @Test func `removes its file when it cannot take its place`() throws {
    let folder = TemporaryFolder()
    let output = try OutputFile(replacing: folder.file("report"))
    mkdir(folder.path + "/report", 0o700)
    #expect(throws: ReportError.write(errno: EISDIR, report: folder.file("report"))) {
      try output.finish()
    }
    #expect(folder.names == ["report"])
  }

  @Test func `refuses a directory and a place that is not there at once`() {
    let folder = TemporaryFolder()
    #expect(throws: ReportError.open(errno: EISDIR, report: FilePath(folder.path))) {
      try OutputFile(replacing: FilePath(folder.path))
    }
    #expect(throws: ReportError.open(errno: ENOENT, report: folder.file("none/report"))) {
      try OutputFile(replacing: folder.file("none/report"))
    }
  }

  @Test func `replaces the file behind a link, not the link`() throws {
    let folder = TemporaryFolder()
    folder.write("old", to: "real")
    symlink("real", folder.path + "/link")
    let output = try OutputFile(replacing: folder.file("link"))
    try output.write("new")
    try output.finish()
    #expect(folder.read("real") == Array("new".utf8))
    var facts = stat()
    #expect(lstat(folder.path + "/link", &facts) == 0)
    #expect(facts.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `writes to a device without replacing it, and names a full disk`() throws {
    let output = try OutputFile(replacing: FilePath("/dev/full"))
    let full = ReportError.write(errno: ENOSPC, report: FilePath("/dev/full"))
    #expect(throws: full) { try output.write([UInt8](repeating: 0, count: 1 << 17)) }
    #expect(throws: full) { try output.write("more") }
    #expect(throws: full) { try output.finish() }
    #expect(full.message(in: .en).contains("disk is full (ENOSPC)"))
    #expect(full.message(in: .nl).contains("schijf is vol (ENOSPC)"))
    #expect(full.message(in: .nl).contains("/dev/full"))
  }

  @Test func `tells a reader that went away from other errors`() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    close(ends[0])
    let output = OutputFile(descriptor: ends[1])
    try output.write("nobody reads this")
    #expect(throws: ReportError.brokenPipe) { try output.finish() }
    close(ends[1])
  }

  @Test func `leaves a descriptor that it was lent open`() throws {
    let folder = TemporaryFolder()
    let descriptor = open(folder.path + "/out", O_WRONLY | O_CREAT, 0o600)
    do {
      let output = OutputFile(descriptor: descriptor)
      try output.write("one ")
      try output.finish()
    }
    #expect(Glibc.write(descriptor, "two", 3) == 3)
    close(descriptor)
    #expect(folder.read("out") == Array("one two".utf8))
  }

  @Test(arguments: ReportFormat.allCases)
  func `every writer passes on that its file cannot be written`(format: ReportFormat) throws {
    var run = SampleRun()
    for index in 0..<2000 {
      run.add(FilePath("/srv/file-\(index)"), findings: [SampleRun.finding()])
    }
    let style = ReportStyle(language: .en)
    var writer = format.writer(
      to: try OutputFile(replacing: FilePath("/dev/full")), style: style)
    #expect(throws: ReportError.write(errno: ENOSPC, report: FilePath("/dev/full"))) {
      try run.feed(&writer, style)
    }
  }
}
