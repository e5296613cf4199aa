internal import ArgumentParser
internal import Cryptography
internal import Erasure
internal import Reporting
internal import ScanModel

/// The cards that a plan was made with, where they are now.
struct PlanCards {
  private let plan: ErasurePlan
  /// As typed, `-` for standard input; in the order of the plan.
  private let arguments: [String]

  init(_ plan: ErasurePlan, _ typed: [String]) {
    self.plan = plan
    arguments =
      typed.isEmpty ? plan.cards.map { $0.file.map { TypedText.text(of: $0.bytes) } ?? "-" } : typed
  }

  var paths: [FilePath] { arguments.filter { $0 != "-" }.map { TypedText.path($0) } }

  /// Whether each is there and as it was.
  func problems(_ hasher: ValueHasher) -> [VerificationProblem] {
    guard arguments.count == plan.cards.count else {
      return [VerificationProblem(.cardChanged)]
    }
    return zip(arguments, plan.cards).compactMap { argument, card in
      // Standard input is read once, by the scan.
      if argument == "-" { return nil }
      let path = TypedText.path(argument)
      do throws(InputFile.OpenFailure) {
        let bytes = try InputFile.bytes(of: path, byteLimit: 4 << 20)
        return hasher.fileCode(bytes) == card.digest
          ? nil : VerificationProblem(.cardChanged, path: path)
      } catch {
        return VerificationProblem(.cardMissing, path: path)
      }
    }
  }

  /// Whether cards that were read are those of the plan.
  func match(_ files: CardFiles, _ hasher: ValueHasher) -> Bool {
    files.files.map { hasher.fileCode(Array($0.text.utf8)) } == plan.cards.map(\.digest)
  }

  /// The options of the scan with these cards.
  func scanOptions(_ words: [String], _ language: ReportLanguage) throws -> SubjectScanOptions {
    let subjects = arguments.map { "--subject=\($0)" }
    do {
      return try SubjectScanOptions.parse(words + subjects)
    } catch {
      throw CommandFailure(
        message: language.choose(
          nl: "de opties in het plan worden niet meer verstaan; maak een nieuw plan",
          en: "the options in the plan are not understood any more; make a new plan"),
        status: .usage)
    }
  }
}
