internal import ArgumentParser
internal import Glibc
internal import Reporting
internal import ScanModel

/// A report and its place: `html=report.html`.
struct ReportTarget {
  let format: ReportFormat
  let path: FilePath

  init(argument: String) throws {
    try self.init(argument: argument, formats: ReportFormat.allCases)
  }

  /// What makes a target of an argument where only `formats` are made.
  static func among(
    _ formats: [ReportFormat]
  ) -> @Sendable (_ argument: String) throws -> ReportTarget {
    { try ReportTarget(argument: $0, formats: formats) }
  }

  private init(argument: String, formats: [ReportFormat]) throws {
    let bytes = TypedText.bytes(of: argument)
    let parts = bytes.split(separator: UInt8(ascii: "="), maxSplits: 1)
    guard parts.count == 2 else {
      throw ValidationError("write a format and a file, such as html=report.html")
    }
    let name = String(decoding: parts[0], as: UTF8.self)
    guard let format = formats.first(where: { $0.rawValue == name }) else {
      let names = formats.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("the formats are \(names)")
    }
    self.format = format
    path = FilePath(Array(parts[1]))
  }

  /// Throws where two reports would be written to one file.
  static func checkApart(_ targets: [ReportTarget]) throws {
    var files: Set<FilePath> = []
    for target in targets {
      if let file = target.replacedFile, !files.insert(file).inserted {
        throw CommandFailure(
          message: "two reports would be written to \(target.path)", status: .usage)
      }
    }
  }

  /// Opens all of them; throws for a place that cannot be written.
  static func writers(
    _ targets: [ReportTarget], style: ReportStyle
  ) throws -> [any ReportWriter] {
    do throws(ReportError) {
      return try targets.map { target throws(ReportError) in
        target.format.writer(to: try OutputFile(replacing: target.path), style: style)
      }
    } catch {
      throw CommandFailure(message: Message(error, style.language), status: .reportFailed)
    }
  }

  /// The file that it makes or replaces, free of links; nil where it writes into what is no
  /// regular file, such as `/dev/null`, or where its directory is not there.
  var replacedFile: FilePath? {
    var facts = stat()
    if stat(path.cString, &facts) == 0 {
      return facts.st_mode & S_IFMT == S_IFREG ? path.real : nil
    }
    let nameOffset = path.nameOffset
    let directory = nameOffset == 0 ? FilePath(".") : FilePath(Array(path.bytes[..<nameOffset]))
    return directory.real?.appending(path.name)
  }
}

extension FilePath {
  /// Where it leads, absolute and free of links; nil where it leads nowhere.
  var real: FilePath? {
    guard let real = realpath(cString, nil) else { return nil }
    defer { free(real) }
    return FilePath((0..<strlen(real)).map { UInt8(bitPattern: real[$0]) })
  }
}
