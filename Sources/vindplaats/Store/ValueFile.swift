internal import Cryptography
internal import FindingStore
internal import Glibc
internal import PatternCatalog
internal import Reporting
internal import ScanModel
internal import Validators

/// Values to look up, a line for each: the id of a kind, a tab, the value.
///
/// They come in a file or on standard input, never as arguments, which every user of the machine can
/// read.
struct ValueFile {
  let values: [(kind: String, value: String)]

  /// Reads `-` from standard input.
  init(_ argument: String, _ language: ReportLanguage) throws {
    let path = TypedText.path(argument)
    let bytes = try Self.contents(of: path, isStandardInput: argument == "-", language)
    var values: [(String, String)] = []
    for (index, line) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() {
      let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" }
      if text.isEmpty { continue }
      let parts = text.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else {
        throw CommandFailure(
          message: language.choose(
            nl: "regel \(index + 1) van de waarden heeft geen tab; schrijf soort, tab, waarde",
            en: "line \(index + 1) of the values has no tab; write kind, tab, value"),
          status: .usage)
      }
      values.append((String(parts[0]), String(parts[1])))
    }
    self.values = values
  }

  /// What stands for the values in the store; each in the normal form of its kind.
  func hashes(
    in store: FindingStore, _ catalog: PatternCatalog, _ language: ReportLanguage
  ) throws -> Set<ValueHash> {
    var hashes: Set<ValueHash> = []
    for (number, entry) in values.enumerated() {
      guard let pattern = catalog.pattern(withID: entry.kind) else {
        throw CommandFailure(
          message: language.choose(
            nl:
              "de soort van waarde \(number + 1) is onbekend; 'vindplaats patterns list' noemt ze",
            en: "the kind of value \(number + 1) is unknown; 'vindplaats patterns list' names them"),
          status: .usage)
      }
      let bytes = Array(entry.value.utf8)
      let normal = pattern.validator.map {
        String(decoding: $0.normalized(bytes.span), as: UTF8.self)
      }
      hashes.insert(store.hash(kind: entry.kind, value: normal ?? entry.value))
    }
    return hashes
  }

  private static func contents(
    of path: FilePath, isStandardInput: Bool, _ language: ReportLanguage
  ) throws -> [UInt8] {
    if isStandardInput { return InputFile.standardInput(byteLimit: .max) }
    return try InputFile.contents(of: path, byteLimit: .max, in: language)
  }
}
