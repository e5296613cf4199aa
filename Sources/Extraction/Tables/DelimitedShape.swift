/// Which cells of a table name the others.
struct DelimitedShape {
  /// The numbers of the records that name the columns of those below them, from 1, ascending: a form may
  /// have several.
  var headerRows: [Int] = []
  /// Whether the first cell of a record names the others: keys and values, or a table that lies on its
  /// side.
  var hasNamedRows = false
  /// The columns, from 1, in which such names stand.
  var nameColumns: Set<Int32> = []
}

extension DelimitedHeader {
  /// The shape of the table whose beginning `records` are; `header` is the index of the first header.
  static func shape(of records: [DelimitedRecord], header: Int?) -> DelimitedShape {
    let first = header ?? 0
    let table = table(in: records[min(first, records.count)...], isBelowTitles: header == nil)
    let head = header == nil ? nil : table.first
    if hasNamedRows(table, below: head) {
      let isNamed = head.map { $0.isNamedRow } ?? true
      return DelimitedShape(
        headerRows: isNamed ? [] : [first + 1], hasNamedRows: true,
        nameColumns: nameColumns(of: table))
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
    in records: ArraySlice<DelimitedRecord>, isBelowTitles: Bool
  ) -> ArraySlice<DelimitedRecord> {
    var rest = records.drop { $0.isBlank }
    if isBelowTitles {
      while let title = rest.first, title.count < 2, rest.dropFirst().first?.isBlank == true {
        rest = rest.dropFirst().drop { $0.isBlank }
      }
    }
    return rest.prefix { !$0.isBlank }
  }

  /// The columns of which half of the cells name a field, and those with the first cells that do.
  private static func nameColumns(of table: ArraySlice<DelimitedRecord>) -> Set<Int32> {
    let width = table.map { $0.count }.max() ?? 0
    let columns = (0..<width).filter { column in
      let cells = table.filter { $0.isFilled(at: column) }.map { $0[column] }
      let nameCount = cells.count { $0.namesField }
      return nameCount >= 2 && nameCount * 2 >= cells.count
    }
    let first = table.filter { $0.isNamedRow }.compactMap { $0.filledColumns.first }
    return Set((columns + first).map { Int32(clamping: $0 + 1) })
  }

  /// Whether most first cells name a field, beside values, below a header that leaves open what its
  /// columns hold (`Veld;Waarde;Bron`, `;Aanvrager;Partner`) or has a value behind each name itself.
  private static func hasNamedRows(
    _ table: ArraySlice<DelimitedRecord>, below header: DelimitedRecord?
  ) -> Bool {
    if let header, !header.isPairs, header.dropFirst().contains(where: { $0.namesValues }) {
      return false
    }
    let rows = table.filter { $0.filledCount >= 2 }
    let named = rows.filter { $0.isNamedRow }
    return named.count >= 2 && named.count * 2 >= rows.count
  }
}

extension DelimitedRecord {
  /// Whether it has two cells or more, and each of them names a field.
  var isNames: Bool { filledCount >= 2 && filled.allSatisfy { $0.namesField } }

  /// Whether the first cell that is not empty names a field, and hardly another one does.
  fileprivate var isNamedRow: Bool {
    guard let first = filled.first, first.namesField else { return false }
    return isPairs || filled.dropFirst().count { $0.namesField } * 2 < count - 1
  }

  /// Whether the name of a field and its value take turns in it.
  fileprivate var isPairs: Bool {
    filledCount >= 2 && filledCount.isMultiple(of: 2)
      && filled.enumerated().allSatisfy { $0.isMultiple(of: 2) == $1.namesField }
  }
}

extension DelimitedHeaderCell {
  /// Whether it is the name of a field, as far as its words tell.
  var namesField: Bool { isShort && !isValue && isFieldName }
}
