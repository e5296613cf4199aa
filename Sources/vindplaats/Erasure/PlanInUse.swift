internal import Cryptography
internal import Erasure
internal import Reporting
internal import ScanModel

/// A plan that was read, under its key.
struct PlanInUse {
  let path: FilePath
  let check: PlanCheck
  let plan: ErasurePlan
  /// What stands for its text.
  let code: String

  private static let byteLimit = 512 << 20

  init(_ path: FilePath, _ hasher: ValueHasher, _ language: ReportLanguage) throws {
    let bytes = try InputFile.contents(
      of: path, byteLimit: Self.byteLimit, called: Phrase("het plan", "the plan"), in: language)
    let reading: PlanReader.Reading
    do throws(ConfigurationError) {
      reading = try PlanReader.reading(
        String(decoding: bytes, as: UTF8.self), file: TerminalText.path(path))
    } catch {
      throw CommandFailure(message: Message(error, "plan"), status: .usage)
    }
    guard reading.plan.keyID == Hexadecimal.text(of: hasher.keyID) else {
      throw CommandFailure(
        message: language.choose(
          nl: "het plan \(path) is met een andere sleutel verzegeld; noem de juiste met --key",
          en: "the plan \(path) is sealed under another key; name the right one with --key"),
        status: .keyRefused)
    }
    self.path = path
    plan = reading.plan
    check = PlanCheck(reading)
    code = hasher.fileCode(bytes)
  }
}
