/// A value of an HL7 message in its components, of which each is taken once.
struct HL7Value {
  let text: HL7Text
  private let components: [Range<Int>]
  private var taken: [Bool]

  init(_ text: HL7Text, components: [Range<Int>]) {
    self.text = text
    self.components = components
    taken = Array(repeating: false, count: components.count)
  }

  /// The places of components that are there and were not taken.
  var rest: [Int] {
    components.indices.filter { !taken[$0] && !components[$0].isEmpty }
  }

  /// Where the component `index` stands; empty where there is none.
  func range(_ index: Int) -> Range<Int> {
    index < components.count ? components[index] : 0..<0
  }

  /// Takes the component `index`: its characters, with those of its parts behind a space each.
  mutating func take(_ index: Int, of value: Span<UInt8>) -> [UInt8] {
    Array(takeParts(index, of: value).joined(separator: [0x20]))
  }

  /// Takes the component `index` in its parts, with those that are empty.
  mutating func takeParts(_ index: Int, of value: Span<UInt8>) -> [[UInt8]] {
    guard index < components.count else { return [] }
    taken[index] = true
    let component = value.extracting(components[index])
    return component.parts(at: text.separators.subcomponent).map { part in
      var bytes: [UInt8] = []
      text.append(component.extracting(part), to: &bytes)
      return bytes
    }
  }
}
