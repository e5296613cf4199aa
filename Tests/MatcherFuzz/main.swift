internal import BuiltInPatterns
internal import Glibc
internal import Matching
internal import PatternCatalog
internal import TestSupport

// Compares the anchored search, on every path of the processor and in blocks of random lengths,
// with the plain pass of every expression, on text that is made to be hard:
//
//   matcher-fuzz [BYTES] [SEED]
//
// Ends with 1 at the first difference, and says seed and piece, which give the same text again.
// BYTES is rounded up to pieces of 64 KiB.

let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
guard arguments.allSatisfy({ $0 != nil }), arguments.count <= 2 else {
  print("usage: matcher-fuzz [BYTES] [SEED]")
  exit(2)
}
let byteCount = arguments.first.flatMap(\.self) ?? 24 << 20
let seed = arguments.dropFirst().first.flatMap(\.self) ?? 1
let pieceByteCount: UInt64 = 64 << 10
let pieceCount = (byteCount + pieceByteCount - 1) / pieceByteCount
let catalog = PatternCatalog(compactForm: builtInPatterns)
let paths = TriggerPath.allCases.filter(\.isAvailable)
var comparison = Comparison(catalog, paths: paths)
for piece in 0..<pieceCount {
  let text = FuzzedText(seed: seed, piece: piece).bytes(count: Int(pieceByteCount))
  if let difference = comparison.difference(in: text, seed: seed &+ piece) {
    print("seed \(seed), piece \(piece): \(difference)")
    exit(1)
  }
}
print(
  "\(pieceCount * pieceByteCount) bytes, \(comparison.findingCount) findings, "
    + "\(paths.count) paths: no difference")
