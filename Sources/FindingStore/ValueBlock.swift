internal import Wire

/// Entries of the index of values, packed in their order: 2 KB, of which a look-up reads one or two.
///
/// Of each entry stands there by how much its key is more than that before; then its examination, or,
/// where the keys are equal, by how much that is more.
struct ValueBlock {
  private static let byteLimit = 2000

  /// The key of its first entry.
  private(set) var first = 0
  private var last: ValueEntry?
  private var wire = WireWriter()

  init() {}

  var body: [UInt8] { wire.bytes }
  var isEmpty: Bool { last == nil }
  var isFull: Bool { wire.bytes.count >= Self.byteLimit }

  mutating func append(_ entry: ValueEntry) {
    if let last {
      wire.append(entry.key - last.key)
      wire.append(
        Int(entry.key == last.key ? entry.examination - last.examination : entry.examination))
    } else {
      first = entry.key
      wire.append(0)
      wire.append(Int(entry.examination))
    }
    last = entry
  }

  mutating func removeAll() {
    wire.removeAll()
    last = nil
  }

  /// Calls back with the entries of a block until told to stop; throws where its bytes are not what
  /// `append` made.
  static func each(
    first: Int, _ body: [UInt8], _ take: (ValueEntry) -> Bool
  ) throws(WireReader.Mismatch) {
    var wire = WireReader(body)
    var key = first
    var examination: Int64 = 0
    while !wire.rest.isEmpty {
      let step = try wire.integer()
      let (next, isTooHigh) = key.addingReportingOverflow(step)
      guard step >= 0, !isTooHigh else { throw WireReader.Mismatch() }
      let number = Int64(try wire.integer())
      examination = step == 0 ? examination &+ number : number
      key = next
      guard take(ValueEntry(key: key, examination: examination)) else { return }
    }
  }
}
