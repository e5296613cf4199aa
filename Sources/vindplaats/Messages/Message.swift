internal import PatternCatalog
internal import Reporting
internal import ScanModel

/// A sentence for people on standard error, in which paths stay apart from words: how these are
/// written is told only where the sentence is printed.
struct Message: Hashable, ExpressibleByStringInterpolation {
  fileprivate enum Piece: Hashable {
    case text(String)
    case path(FilePath)
    case written(String)
    case report(ReportError, ReportLanguage)
  }

  private var pieces: [Piece]

  init(stringLiteral text: String) {
    pieces = [.text(text)]
  }

  init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  /// Why a report could not be written.
  init(_ error: ReportError, _ language: ReportLanguage) {
    pieces = [.report(error, language)]
  }

  /// What is wrong with a pattern file.
  init(_ error: ConfigurationError) {
    self =
      error.line.map { "pattern file \(written: error.file):\($0): \(error.problem)" }
      ?? "pattern file \(written: error.file): \(error.problem)"
  }

  func text(paths: LogPaths) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .path(let path): paths.text(path)
      case .written(let path): paths.text(written: path)
      case .report(let error, let language): error.message(in: language, path: paths.text)
      }
    }.joined()
  }

  static func + (left: Message, right: Message) -> Message {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      pieces.append(.text(literal))
    }

    mutating func appendInterpolation(_ path: FilePath) {
      pieces.append(.path(path))
    }

    /// A path that is written already, as it would be here.
    mutating func appendInterpolation(written path: String) {
      pieces.append(.written(path))
    }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.text(value.description))
    }
  }
}
