/// The numbers of the names that mean something in event logs.
struct BinaryXMLWords {
  /// An element whose attribute `Name` says what its text is.
  let data: Int32
  let name: Int32
  /// An attribute that says which names there are, and nothing of the event.
  let namespace: Int32
  let entities: [Int32: Unicode.Scalar]

  init(in names: inout TreeNames) {
    func number(_ word: String, _ names: inout TreeNames) -> Int32 {
      let word = Array(word.utf8)
      return names.number(of: word.span, word.indices)
    }
    data = number("Data", &names)
    name = number("Name", &names)
    namespace = number("xmlns", &names)
    entities = [
      number("amp", &names): "&", number("lt", &names): "<", number("gt", &names): ">",
      number("quot", &names): "\"", number("apos", &names): "'",
    ]
  }
}
