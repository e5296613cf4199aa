/// Values in a row, as `WireReader` takes them apart on the other side of a socket.
package struct WireWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Takes so many bytes without asking for more memory.
  package init(reservingCapacity byteCount: Int) {
    bytes.reserveCapacity(byteCount)
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Seven bits a byte, the lowest first.
  package mutating func append(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func append(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  package mutating func append(_ value: [UInt8]) {
    append(value.count)
    bytes += value
  }

  package mutating func append(_ value: String) {
    append(value.utf8.count)
    bytes += value.utf8
  }

  /// As they are and without their number: nothing can stand behind them.
  package mutating func append(rest: [UInt8]) {
    bytes += rest
  }

  package mutating func append<Item>(
    _ items: [Item], _ write: (inout WireWriter, Item) -> Void
  ) {
    append(items.count)
    for item in items { write(&self, item) }
  }
}
