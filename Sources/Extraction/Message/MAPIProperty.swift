/// A property of a message, a recipient or an attachment of Outlook.
struct MAPIProperty {
  /// What names a property that has no number of its own.
  enum Name: Hashable {
    case number(Int)
    case text([UInt8])
  }

  enum Value {
    /// UTF-8.
    case text([UInt8])
    /// Text in the code page of the message.
    case narrowText([UInt8])
    case binary([UInt8])
    case number(Int)
    /// Units of 100 ns from 1601 on.
    case time(UInt64)
  }

  let id: Int
  let name: Name?
  let value: Value

  init(id: Int, name: Name? = nil, _ value: Value) {
    self.id = id
    self.name = name
    self.value = value
  }

  /// What reports call the property; empty where that is not known.
  var label: [UInt8] {
    switch name {
    case .text(let text): text
    case .number(let number): Array((MAPIPropertyNames.name(ofNamed: number) ?? "").utf8)
    case nil: Array((MAPIPropertyNames.name(of: id) ?? "").utf8)
    }
  }
}
