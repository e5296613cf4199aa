internal import ArgumentParser
internal import BuiltInPatterns
internal import Glibc
internal import Matching
internal import PatternCatalog

/// Which patterns a command works with.
struct CatalogOptions: ParsableArguments {
  @Option(
    name: .customLong("patterns"),
    help: ArgumentHelp(
      "Also read the pattern files (*.yaml) of this directory.", valueName: "dir"))
  var directories: [String] = []

  /// The built-in patterns and those of the user.
  func catalog() throws -> PatternCatalog {
    var files = builtInPatternFiles
    for directory in directories { files += try Self.files(in: directory) }
    do throws(PatternError) {
      return try PatternCatalog(files: files)
    } catch {
      throw CommandFailure(message: "pattern file \(error)", status: .usage)
    }
  }

  /// The expressions of a catalog, ready to run.
  static func compiled(_ catalog: PatternCatalog) throws -> CompiledPatterns {
    do throws(PatternError) {
      return try CompiledPatterns(catalog)
    } catch {
      throw CommandFailure(message: "pattern file \(error)", status: .usage)
    }
  }

  private static func files(in directory: String) throws -> [(name: String, text: String)] {
    guard let stream = opendir(directory) else {
      let reason = String(cString: strerror(errno))
      throw CommandFailure(
        message: "cannot list the pattern directory '\(directory)': \(reason)", status: .usage)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { names.append(name) }
    }
    if names.isEmpty {
      throw CommandFailure(
        message: "no *.yaml file in the pattern directory '\(directory)'", status: .usage)
    }
    return try names.sorted().map { (name: "\(directory)/\($0)", text: try text(of: "\(directory)/\($0)")) }
  }

  private static func text(of path: String) throws -> String {
    guard let file = fopen(path, "re") else {
      throw CommandFailure(
        message: "cannot read '\(path)': \(String(cString: strerror(errno)))", status: .usage)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
      if bytes.count > 1 << 20 { break }
    }
    guard bytes.count <= 1 << 20, let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        message: "'\(path)' is no pattern file: not UTF-8, or over 1 MiB", status: .usage)
    }
    return text
  }
}
