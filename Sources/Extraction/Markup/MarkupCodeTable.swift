/// Values by the code of a name, for a few hundred names that are known beforehand.
struct MarkupCodeTable<Value: Sendable>: Sendable {
  /// At the hash of a code or behind it; a quarter of the places is taken at most.
  private var places: [(code: MarkupCode, value: Value)?]

  /// No code may occur twice.
  init(_ values: [(MarkupCode, Value)]) {
    var placeCount = 64
    while placeCount < values.count * 4 { placeCount *= 2 }
    places = Array(repeating: nil, count: placeCount)
    for (code, value) in values {
      var place = code.hash & (placeCount - 1)
      while places[place] != nil { place = (place + 1) & (placeCount - 1) }
      places[place] = (code, value)
    }
  }

  subscript(code: MarkupCode) -> Value? {
    var place = code.hash & (places.count &- 1)
    while let (known, value) = places[place] {
      if known == code { return value }
      place = (place &+ 1) & (places.count &- 1)
    }
    return nil
  }
}
