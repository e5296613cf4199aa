/// An object of a data file of R; others are named by their number.
struct RObject {
  enum Content {
    /// Nothing that is shown: `NULL`, code without texts, numbers that count on from the first.
    case none
    /// By text, where its characters begin, behind their number in four bytes; nil for a missing one.
    case texts([Int?])
    case logicals
    /// Numbers of four bytes.
    case integers(Range<Int>)
    /// Numbers of eight bytes.
    case doubles(Range<Int>)
    case bytes(Range<Int>)
    /// Objects whose names, if they have any, are an attribute.
    case list([Int])
    /// Objects with their names: variables, attributes, arguments.
    case pairs([(name: [UInt8], value: Int)])
    /// Numbers that are shown as texts.
    case asTexts(Int)
    case symbol([UInt8])
  }

  var content = Content.none
  /// The number of the pairs that are its attributes.
  var attributes: Int?
}
