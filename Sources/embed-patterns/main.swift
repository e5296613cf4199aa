internal import Cryptography
internal import PatternCatalog
internal import ScanModel

// Reads and checks the named pattern files and writes them, in their compact form, into a Swift
// file. A pattern file that cannot be used ends the build with its path and line.
let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else { TextFile.fail("usage: embed-patterns OUTPUT FILE…") }
let files = arguments.dropFirst().map { TextFile(path: $0) }
do throws(ConfigurationError) {
  let catalog = try PatternCatalog(files: files.map { (name: $0.name, text: $0.text()) })
  let compactForm = catalog.compactForm
  TextFile(path: output).write(
    """
    /// The pattern files of this build in their compact form, ordered by name.
    package let builtInPatterns: StaticString = \(SwiftLiteral(compactForm).source)

    /// The SHA-256 of that, 32 bytes: equal where the patterns are the same.
    package let builtInPatternsDigest: [UInt8] = \(SHA256.digest(compactForm.utf8.span))

    """)
} catch {
  let path = files.first { $0.name == error.file }?.path ?? error.file
  TextFile.fail("\(path):\(error.line ?? 1): error: \(error.problem)")
}
