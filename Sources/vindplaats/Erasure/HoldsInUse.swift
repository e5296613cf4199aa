internal import Cryptography
internal import Erasure
internal import Reporting
internal import ScanModel

/// A file of holds that a command goes by.
struct HoldsInUse {
  let path: FilePath
  let holds: [Hold]
  let planHolds: PlanHoldFile

  private static let byteLimit = 16 << 20

  init(_ path: FilePath, _ hasher: ValueHasher, _ language: ReportLanguage) throws {
    let bytes = try InputFile.contents(
      of: path, byteLimit: Self.byteLimit,
      called: Phrase("het bestand met blokkades", "the file of holds"), in: language)
    self.path = path
    planHolds = PlanHoldFile(file: path.real ?? path.absolute, digest: hasher.fileCode(bytes))
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(ConfigurationError) {
      holds = try HoldFile.holds(in: text, file: TerminalText.path(path))
    } catch {
      throw CommandFailure(
        message: Message(
          error, language.choose(nl: "bestand met blokkades", en: "file of holds")),
        status: .usage)
    }
  }
}

extension Message {
  /// What is wrong with a file that people write: what sort of file, its place, the line.
  init(_ error: ConfigurationError, _ sort: String) {
    self =
      error.line.map { "\(sort) \(written: error.file):\($0): \(error.problem)" }
      ?? "\(sort) \(written: error.file): \(error.problem)"
  }
}
