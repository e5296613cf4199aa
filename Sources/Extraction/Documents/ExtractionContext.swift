/// What the reading of one file shares with the reading of everything that is nested in it.
package final class ExtractionContext {
  package let limits: ExtractionLimits
  /// Passwords to try on what is encrypted, as bytes of UTF-8; never to be printed.
  package let passwords: [[UInt8]]
  private var unpackedLimit = 0
  package private(set) var unpackedByteCount = 0
  private var entryCount = 0
  package private(set) var depth = 0

  package init(limits: ExtractionLimits = ExtractionLimits(), passwords: [[UInt8]] = []) {
    self.limits = limits
    self.passwords = passwords
  }

  /// Begins a file of `byteCount` bytes with nothing spent.
  package func begin(byteCount: Int) {
    let (product, isOver) = byteCount.multipliedReportingOverflow(by: limits.unpackedFactor)
    unpackedLimit = min(
      max(limits.unpackedFloor, isOver ? .max : product), limits.unpackedCeiling)
    unpackedByteCount = 0
    entryCount = 0
    depth = 0
  }

  /// Counts bytes that were unpacked; false where the file may not unpack to more.
  package func spend(unpacked byteCount: Int) -> Bool {
    unpackedByteCount += byteCount
    return unpackedByteCount <= unpackedLimit
  }

  /// Counts an entry of a container; false where the file may not have more.
  package func spendEntry() -> Bool {
    entryCount += 1
    return entryCount <= limits.entriesPerFile
  }

  /// Whether an entry of `packed` bytes may unpack to `unpacked`.
  package func allowsRatio(unpacked: Int, packed: Int) -> Bool {
    unpacked < limits.ratioFrom || unpacked / limits.ratio <= packed
  }

  /// Goes one level deeper; false where that is too deep, and nothing has changed then.
  func enter() -> Bool {
    guard depth < limits.depth else { return false }
    depth += 1
    return true
  }

  func leave() {
    depth -= 1
  }
}
