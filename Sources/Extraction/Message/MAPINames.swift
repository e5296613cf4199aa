/// The names that the programs behind a message gave to its properties.
///
/// Source: MS-OXMSG 2.2.3.
struct MAPINames {
  private static let countLimit = 0x7FFF

  private var names: [Int: MAPIProperty.Name] = [:]

  /// Reads the storage of names in `root`.
  init(of root: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>) {
    guard let storage = file.entry("__nameid_version1.0", in: root),
      let entries = file.stream("__substg1.0_00030102", in: storage)
    else { return }
    let table = file.stream(entries, of: bytes, limit: Self.countLimit * 8).bytes
    let texts =
      file.stream("__substg1.0_00040102", in: storage).map { file.stream($0, of: bytes).bytes }
      ?? []
    for position in stride(from: 0, to: table.count - 7, by: 8) {
      guard let number = table.span.littleUInt32(at: position),
        let kind = table.span.littleUInt16(at: position + 4),
        let index = table.span.littleUInt16(at: position + 6)
      else { return }
      if kind & 1 == 0 {
        names[0x8000 + index] = .number(number)
      } else if let name = Self.text(texts.span, at: number) {
        names[0x8000 + index] = .text(name)
      }
    }
  }

  func name(of id: Int) -> MAPIProperty.Name? { names[id] }

  /// The text at `position`, which begins with its length.
  private static func text(_ texts: Span<UInt8>, at position: Int) -> [UInt8]? {
    guard let count = texts.littleUInt32(at: position), count <= texts.count - position - 4 else {
      return nil
    }
    var text: [UInt8] = []
    let range = position + 4..<position + 4 + count
    _ = UTF16Decoding.decode(texts.extracting(range), .little, isLast: true, into: &text)
    return text
  }
}
