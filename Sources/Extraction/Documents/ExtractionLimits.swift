/// What one file may cost, counted over everything that is nested in it.
package struct ExtractionLimits: Hashable, Sendable {
  /// How deep members may lie in each other.
  package var depth = 8
  /// The entries of one container.
  package var entriesPerContainer = 100_000
  package var entriesPerFile = 250_000
  /// The bytes of one entry that is held in memory.
  package var bytesInMemory = 256 << 20
  /// The bytes of one entry that is read as a stream.
  package var bytesPerEntry = 4 << 30
  /// The bytes that all entries of a file unpack to: this many, or `unpackedFactor` times the size of
  /// the file if that is more, and never more than `unpackedCeiling`.
  package var unpackedFloor = 2 << 30
  package var unpackedFactor = 50
  package var unpackedCeiling = 64 << 30
  /// How many times its packed bytes an entry may unpack to, from `ratioFrom` bytes on.
  package var ratio = 200
  package var ratioFrom = 64 << 20

  package init() {}
}
