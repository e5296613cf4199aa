internal import ScanModel

/// The kinds that a run looked for, by id.
struct KindTable {
  /// In the order of the catalog.
  let kinds: [KindDescription]
  private let indexByID: [String: Int]

  init(_ kinds: [KindDescription] = []) {
    self.kinds = kinds
    indexByID = Dictionary(
      kinds.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// What is known of the kind; an id that the run did not name counts as ordinary data.
  subscript(id: String) -> KindDescription {
    if let index = indexByID[id] { return kinds[index] }
    return KindDescription(id: id, dutchName: id, englishName: id, legalClass: .ordinary)
  }

  /// Whether `left` comes before `right` in the catalog; unknown ids come last, by name.
  func precedes(_ left: String, _ right: String) -> Bool {
    (indexByID[left] ?? .max, left) < (indexByID[right] ?? .max, right)
  }
}

extension KindDescription {
  func name(in language: ReportLanguage) -> String {
    language == .nl ? dutchName : englishName
  }
}
