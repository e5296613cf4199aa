/// Which cells of a table name the others.
struct DelimitedShape {
  /// The numbers of the records that name the columns of those below them, from 1, ascending: a form may
  /// have several.
  var headerRows: [Int] = []
  /// Whether the first cell of a record names the others: keys and values, or a table that lies on its
  /// side.
  var hasNamedRows = false
}

extension DelimitedHeader {
  /// The shape of the table whose beginning `records` are; `header` is the index of the first header.
  static func shape(of records: [[DelimitedHeaderCell]], header: Int?) -> DelimitedShape {
    let first = header ?? 0
    let table = table(in: records[min(first, records.count)...], isBelowTitles: header == nil)
    let head = header == nil ? nil : table.first
    if hasNamedRows(table, below: head) {
      let isNamed = head.map { $0[0].namesField } ?? true
      return DelimitedShape(headerRows: isNamed ? [] : [first + 1], hasNamedRows: true)
    }
    guard let header else { return DelimitedShape() }
    let further = table.indices.dropFirst(2).filter { index in
      table[index].isNames && !table[index - 1].isNames
        && table.indices.contains(index + 1) && !table[index + 1].isNames
    }
    return DelimitedShape(headerRows: [header + 1] + further.map { $0 + 1 })
  }

  /// The records up to the next blank one, from the first that is none; where no header is known, from
  /// the first that is followed by another.
  private static func table(
    in records: ArraySlice<[DelimitedHeaderCell]>, isBelowTitles: Bool
  ) -> ArraySlice<[DelimitedHeaderCell]> {
    var rest = records.drop { $0.isBlank }
    if isBelowTitles {
      while let title = rest.first, title.count < 2, rest.dropFirst().first?.isBlank == true {
        rest = rest.dropFirst().drop { $0.isBlank }
      }
    }
    return rest.prefix { !$0.isBlank }
  }

  /// Whether most first cells name a field, beside values, below a header that leaves open what its
  /// columns hold (`Veld;Waarde;Bron`, `;Aanvrager;Partner`).
  private static func hasNamedRows(
    _ table: ArraySlice<[DelimitedHeaderCell]>, below header: [DelimitedHeaderCell]?
  ) -> Bool {
    if let header, header.dropFirst().contains(where: \.namesValues) { return false }
    let rows = table.filter {
      $0.count >= 2 && !$0[0].isEmpty && $0.dropFirst().contains { !$0.isEmpty }
    }
    let named = rows.filter(\.isNamedRow)
    return named.count >= 2 && named.count * 2 >= rows.count
  }
}

extension [DelimitedHeaderCell] {
  /// Whether it has two cells or more, and each of them names a field.
  fileprivate var isNames: Bool {
    let filled = filter { !$0.isEmpty }
    return filled.count >= 2 && filled.allSatisfy(\.namesField)
  }

  /// Whether the first cell names a field, and hardly another one does.
  fileprivate var isNamedRow: Bool {
    self[0].namesField && dropFirst().count(where: \.namesField) * 2 < count - 1
  }
}

extension DelimitedHeaderCell {
  /// Whether it is the name of a field, as far as its words tell.
  var namesField: Bool { isShort && !isValue && isFieldName }
}
