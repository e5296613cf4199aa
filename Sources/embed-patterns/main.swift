import Foundation

// Writes one Swift file that holds the named files as raw string literals.
let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  fatalError("usage: embed-patterns OUTPUT FILE…")
}
var source = "/// The files of `Patterns/`: name and text, ordered by name.\n"
source += "package let builtInPatternFiles: [(name: String, text: String)] = [\n"
for file in arguments.dropFirst() {
  let text = try String(contentsOfFile: file, encoding: .utf8)
  let name = URL(fileURLWithPath: file).lastPathComponent
  source += "  (\"\(name)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
}
source += "]\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
