/// What stands at the end of a Parquet file: its columns, where their values lie, and what writers note.
///
/// Source: parquet.thrift of Apache Parquet, FileMetaData.
struct ParquetFooter {
  /// A number of rows whose values lie together, column by column.
  struct RowGroup {
    let rowCount: Int
    /// What tells of the values of each column; nil where that is encrypted.
    let chunks: [ThriftStructure?]
  }

  private(set) var columns: [ParquetColumn] = []
  let rowGroups: [RowGroup]
  /// What was noted, with its name.
  let notes: [(text: [UInt8], name: [UInt8])]

  private static let depthLimit = 64
  /// Notes that only tell of the columns once more.
  private static let notesOfColumns = [
    "ARROW:schema", "pandas", "org.apache.spark.sql.parquet.row.metadata", "parquet.avro.schema",
    "avro.schema",
    "writer.model.name",
  ].map { Array($0.utf8) }

  /// `bytes` are those of the file up to the length at its end; nil where no footer is to be read.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    var position = start
    guard let metadata = ThriftStructure(bytes, at: &position) else { return nil }
    rowGroups = metadata.structures(4).map { group in
      RowGroup(
        rowCount: group.integer(3) ?? 0,
        chunks: group.structures(1).map { $0.structure(8) == nil ? $0.structure(3) : nil })
    }
    notes = metadata.structures(5).compactMap { note in
      guard let key = note.bytes(1), let value = note.bytes(2) else { return nil }
      let name = bytes.bytes(key)
      return Self.notesOfColumns.contains(name) ? nil : (bytes.bytes(value).repaired, name.repaired)
    }
    let elements = metadata.structures(2)
    guard let root = elements.first else { return nil }
    var index = 1
    for _ in 0..<max(root.integer(5) ?? 0, 0) {
      guard takeElement(&index, of: elements, bytes, path: [], definition: 0, repetition: 0) else {
        return nil
      }
    }
  }

  /// Takes the element of that number with all that lie in it; false where they are none.
  private mutating func takeElement(
    _ index: inout Int, of elements: [ThriftStructure], _ bytes: Span<UInt8>, path: [[UInt8]],
    definition: Int, repetition: Int
  ) -> Bool {
    guard index < elements.count, path.count < Self.depthLimit else { return false }
    let element = elements[index]
    index += 1
    let path = path + [element.bytes(4).map { bytes.bytes($0).repaired } ?? []]
    let isRepeated = element.integer(3) == 2
    let definition = definition + (element.integer(3) ?? 0 > 0 ? 1 : 0)
    let repetition = repetition + (isRepeated ? 1 : 0)
    let childCount = element.integer(5) ?? 0
    guard childCount > 0 else {
      guard
        let column = ParquetColumn(
          element, path: path, definition: definition, repetition: repetition)
      else { return false }
      columns.append(column)
      return true
    }
    for _ in 0..<childCount {
      guard
        takeElement(
          &index, of: elements, bytes, path: path, definition: definition, repetition: repetition)
      else { return false }
    }
    return true
  }
}
