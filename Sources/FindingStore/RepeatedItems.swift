/// Items of which most were there before, and mostly come as they came last in the same context: the
/// column and the reasons of a kind.
struct RepeatedItems<Item: Equatable> {
  private(set) var items: [Item] = []
  /// Where the last item of each context stands.
  private var recent: [Int] = []

  mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    recent.removeAll(keepingCapacity: true)
  }

  /// Where the item stands, if it is the last of its context or among the last `reach` of all; else it
  /// is added.
  ///
  /// Contexts are numbered from 0.
  mutating func place(of item: Item, in context: Int, reach: Int) -> Int {
    // Compared where they stand: a copy counts references.
    if context < recent.count, items.span[recent[context]] == item { return recent[context] }
    let known = items.span.indices.suffix(reach).last { items.span[$0] == item }
    let place = known ?? items.count
    if known == nil { items.append(item) }
    while recent.count <= context { recent.append(place) }
    recent[context] = place
    return place
  }
}

extension RepeatedItems: Sendable where Item: Sendable {}
