internal import Cryptography

/// The hashes of values, each once, in the order in which they came first.
struct DistinctHashes {
  private(set) var hashes: [ValueHash] = []
  /// Where the hash of a place in the table stands, plus 1; 0 for none.
  private var table = [Int32](repeating: 0, count: 64)

  mutating func removeAll() {
    guard !hashes.isEmpty else { return }
    hashes.removeAll(keepingCapacity: true)
    table.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Where the hash stands; it is added where it is new.
  mutating func place(of hash: ValueHash) -> Int {
    var slot = firstSlot(of: hash)
    while table[slot] != 0 {
      let place = Int(table[slot]) - 1
      if hashes[place].low == hash.low, hashes[place].high == hash.high { return place }
      slot = (slot + 1) & (table.count - 1)
    }
    hashes.append(hash)
    table[slot] = Int32(truncatingIfNeeded: hashes.count)
    if 2 * hashes.count > table.count { grow() }
    return hashes.count - 1
  }

  /// All of them, each with its length before it.
  var packed: [UInt8] {
    let step = 1 + ValueHash.byteCount
    return [UInt8](unsafeUninitializedCapacity: step * hashes.count) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      for (place, hash) in hashes.enumerated() {
        bytes[step * place] = UInt8(ValueHash.byteCount)
        hash.write(to: UnsafeMutableRawBufferPointer(rebasing: bytes[(step * place + 1)...]))
      }
      count = step * hashes.count
    }
  }

  /// The bits of a keyed hash need no further mixing.
  private func firstSlot(of hash: ValueHash) -> Int {
    Int(truncatingIfNeeded: hash.low) & (table.count - 1)
  }

  private mutating func grow() {
    table = [Int32](repeating: 0, count: 2 * table.count)
    for (place, hash) in hashes.enumerated() {
      var slot = firstSlot(of: hash)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(truncatingIfNeeded: place + 1)
    }
  }
}
