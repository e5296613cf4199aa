internal import ScanModel

extension SubjectScanOptions {
  /// The options that decide what is listed and read, as words of the command line: for a plan, so that
  /// its verification reads the same.
  ///
  /// Passwords are not among them, and must be given again.
  var words: [String] {
    var words = catalogOptions.directories.flatMap {
      ["--patterns", TypedText.text(of: TypedText.path($0).absolute.bytes)]
    }
    if reading.follow { words.append("--follow") }
    if !reading.oneFileSystem { words.append("--no-one-file-system") }
    words += reading.exclude.flatMap { ["--exclude", $0] }
    words += reading.include.flatMap { ["--include", $0] }
    if reading.readsTextInBinary { words.append("--text-in-binary") }
    if let size = reading.maximumSize { words += ["--max-size", size.text] }
    return words + documents.words
  }
}

extension DocumentOptions {
  /// The limits that differ from the standard, as words of the command line.
  fileprivate var words: [String] {
    facts.filter { $0 != "--passwords" }.flatMap { fact in
      fact.split(separator: " ", maxSplits: 1).map { String($0) }
    }
  }
}
