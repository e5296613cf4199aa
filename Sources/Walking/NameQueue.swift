/// Names of entries that wait for their turn, packed end to end.
struct NameQueue {
  private var characters: [CChar] = []
  private var position = 0

  var isEmpty: Bool { position == characters.count }

  mutating func append(_ name: UnsafeBufferPointer<UInt8>) {
    name.withMemoryRebound(to: CChar.self) { characters.append(contentsOf: $0) }
    characters.append(0)
  }

  /// Returns the name that came first, with a closing NUL.
  mutating func removeFirst() -> [CChar]? {
    guard let end = characters[position...].firstIndex(of: 0) else { return nil }
    let name = Array(characters[position...end])
    position = end + 1
    if isEmpty { self = NameQueue() }
    return name
  }
}
