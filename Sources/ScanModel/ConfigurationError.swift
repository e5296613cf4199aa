/// A file that a person writes for the program and that cannot be used: which file, which line, what is
/// wrong.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// From 1; nil where the whole file is meant.
  package let line: Int?
  package let problem: String

  package init(file: String, line: Int?, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// File, line and problem: `bsn.yaml:12: unknown key 'lables'`.
  package var description: String {
    line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)"
  }
}
