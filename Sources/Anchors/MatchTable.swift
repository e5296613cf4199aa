/// What can stand from the trigger of a match on, as a table of states.
///
/// It may allow more than the expression, never less.
package struct MatchTable: Hashable, Sendable {
  /// By symbol, its class: symbols of one class are alike for the expression.
  package let classes: [UInt8]
  /// By state and class, the next state.
  package let next: [UInt16]

  package init(classes: [UInt8], next: [UInt16]) {
    self.classes = classes
    self.next = next
  }

  /// The bytes, and the place without a byte.
  @inlinable package static var symbolCount: Int { 257 }
  @inlinable package static var edge: Int { 256 }
  /// The state from which no match comes.
  package static let dead: UInt16 = 0
  /// The state in which there may be a match, whatever follows.
  package static let possible: UInt16 = 1
  /// Tables have no more classes, and no more states.
  package static let mostClasses = 95
  package static let mostStates = 2000

  package var classCount: Int { Int(classes.max() ?? 0) + 1 }
}
