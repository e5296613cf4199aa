internal import ArgumentParser
internal import Glibc
internal import Isolation
internal import Reporting
internal import ScanModel

/// What reading a document may cost, and the passwords to try.
struct DocumentOptions: ParsableArguments {
  @Option(
    name: .customLong("passwords"),
    help: ArgumentHelp(
      "Try the passwords of this file, one a line, on encrypted documents and archives.",
      valueName: "file"),
    completion: .file())
  var passwordFile: String?

  @Option(
    name: .customLong("document-time"),
    help: ArgumentHelp(
      "Seconds for one document, and one more for each megabyte.", valueName: "seconds"))
  var time = ReadingLimits().baseTime

  @Option(
    name: .customLong("document-memory"),
    help: ArgumentHelp("Memory for reading one document.", valueName: "size"),
    transform: ByteSize.init(argument:))
  var memory: ByteSize?

  @Option(
    name: .customLong("document-depth"),
    help: ArgumentHelp("How deep archives and attachments in each other are read.", valueName: "n"))
  var depth = ReadingLimits().depth

  @Option(
    name: .customLong("document-entries"),
    help: ArgumentHelp("Members of one file, with all that is nested in it.", valueName: "n"))
  var entries = ReadingLimits().entryCount

  @Option(
    name: .customLong("document-member"),
    help: ArgumentHelp("The largest member that is held in memory.", valueName: "size"),
    transform: ByteSize.init(argument:))
  var member: ByteSize?

  @Option(
    name: .customLong("document-unpacked"),
    help: ArgumentHelp(
      "What one file may unpack to, where 50 times its size is less.", valueName: "size"),
    transform: ByteSize.init(argument:))
  var unpacked: ByteSize?

  func validate() throws {
    guard (1...86_400).contains(time) else {
      throw ValidationError("--document-time takes seconds from 1 to 86400")
    }
    guard (1...64).contains(depth) else {
      throw ValidationError("--document-depth takes a number from 1 to 64")
    }
    guard entries > 0 else {
      throw ValidationError("--document-entries takes a number from 1 on")
    }
    if let memory, memory.byteCount < 128 << 20 {
      throw ValidationError("--document-memory takes 128M or more")
    }
  }

  var limits: ReadingLimits {
    var limits = ReadingLimits()
    limits.baseTime = time
    limits.longestTime = max(limits.longestTime, time)
    limits.longestContainerTime = max(limits.longestContainerTime, time)
    if let memory { limits.memoryByteCount = memory.byteCount }
    limits.depth = depth
    limits.entryCount = entries
    if let member { limits.memberByteCount = member.byteCount }
    if let unpacked { limits.unpackedByteCount = unpacked.byteCount }
    return limits
  }

  /// The options as reports print them; passwords and the name of their file are not among them.
  var facts: [String] {
    let standard = ReadingLimits()
    var facts: [String] = []
    if passwordFile != nil { facts.append("--passwords") }
    if time != standard.baseTime { facts.append("--document-time \(time)") }
    if let memory { facts.append("--document-memory \(memory.text)") }
    if depth != standard.depth { facts.append("--document-depth \(depth)") }
    if entries != standard.entryCount { facts.append("--document-entries \(entries)") }
    if let member { facts.append("--document-member \(member.text)") }
    if let unpacked { facts.append("--document-unpacked \(unpacked.text)") }
    return facts
  }

  /// The lines of the password file that are not empty.
  func passwordList() throws -> [[UInt8]] {
    guard let passwordFile else { return [] }
    let bytes = try InputFile.contents(
      of: TypedText.path(passwordFile), byteLimit: Self.passwordByteLimit,
      called: Phrase("het wachtwoordenbestand", "the password file"))
    return bytes.split { $0 == 0x0A || $0 == 0x0D }.map { Array($0) }
  }

  private static let passwordByteLimit = 1 << 20
}
