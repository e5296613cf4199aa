/// The changes of a document that are deletions, by their names.
struct OpenDocumentDeletions {
  private static let countLimit = 1 << 16

  private var region: [UInt8] = []
  private var names: Set<[UInt8]> = []
  /// Whether the text here is deleted, though it stands in its place.
  var isOpen = false

  mutating func beginRegion(_ name: [UInt8]?) {
    region = name ?? []
  }

  /// Notes that the change is a deletion.
  mutating func noteDeletion() {
    if !region.isEmpty, names.count < Self.countLimit { names.insert(region) }
  }

  func contain(_ name: [UInt8]?) -> Bool {
    name.map(names.contains) ?? false
  }
}
