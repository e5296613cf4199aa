/// The objects of a data file of R, once all are read.
struct RObjects {
  private let objects: [RObject]

  init(_ stream: RStream) {
    objects = stream.objects
  }

  var count: Int { objects.count }

  subscript(number: Int) -> RObject { objects[number] }

  /// The attribute with this name; nil for none.
  func attribute(_ name: StaticString, of number: Int) -> Int? {
    guard let attributes = objects[number].attributes,
      case .pairs(let pairs) = objects[attributes].content
    else { return nil }
    return pairs.first { pair in
      name.withUTF8Buffer { pair.name.count == $0.count && pair.name.elementsEqual($0) }
    }?.value
  }

  func texts(_ number: Int, _ bytes: Span<UInt8>) -> [[UInt8]] {
    guard case .texts(let starts) = objects[number].content else { return [] }
    return starts.map { start in start.map { bytes.rText(at: $0) } ?? [] }
  }

  /// The names of what is in a list, as many as there are.
  func names(of number: Int, _ bytes: Span<UInt8>) -> [[UInt8]] {
    attribute("names", of: number).map { texts($0, bytes) } ?? []
  }

  func isOfClass(_ name: String, _ number: Int, _ bytes: Span<UInt8>) -> Bool {
    attribute("class", of: number).map { texts($0, bytes).contains(Array(name.utf8)) } ?? false
  }
}
