/// Items of which most were there before, and mostly follow one another as they did: the kinds and
/// columns of the rows of a table.
struct RepeatedItems<Item: Equatable> {
  private(set) var items: [Item] = []
  /// Where the item stood that came behind each the last time.
  private var followers: [Int] = []
  private var last = 0

  mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    followers.removeAll(keepingCapacity: true)
    last = 0
  }

  /// Where the item stands, if among the last `reach`; else it is added.
  mutating func place(of item: Item, reach: Int) -> Int {
    // Compared where they stand: a copy counts references.
    if last < followers.count, items.span[followers[last]] == item {
      last = followers[last]
      return last
    }
    let known = items.span.indices.suffix(reach).last { items.span[$0] == item }
    let place = known ?? items.count
    if known == nil {
      items.append(item)
      followers.append(place)
    }
    followers[last] = place
    last = place
    return place
  }
}

extension RepeatedItems: Sendable where Item: Sendable {}
