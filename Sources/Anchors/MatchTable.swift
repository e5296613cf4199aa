/// What can stand from the trigger of a match on, as a table of states.
///
/// It may allow more than the expression, never less. It is read from its letters, wherever these lie:
/// those of the built-in patterns are a part of the program and are never copied.
package struct MatchTable: Sendable {
  /// By symbol, the letter of its class, and behind these, by state and class, two of the next state.
  ///
  /// Symbols of one class are alike for the expression. All letters are ASCII, and live as long as a copy
  /// of this table.
  nonisolated(unsafe) package let letters: UnsafeBufferPointer<UInt8>
  /// Nil where the program holds the letters.
  private let memory: Memory?

  /// Takes letters that are never freed.
  package init(inProgram letters: UnsafeBufferPointer<UInt8>) {
    self.letters = letters
    memory = nil
  }

  /// Takes a copy of letters.
  package init(copying letters: some Collection<UInt8>) {
    let memory = Memory(letters)
    self.letters = UnsafeBufferPointer(memory.letters)
    self.memory = memory
  }

  /// By symbol, its class, that of the edge last; by state and class, the next state.
  init(classes: [UInt8], next: [UInt16]) {
    let base = UInt16(Self.mostClasses)
    self.init(
      copying: classes.map { $0 + Self.firstLetter }
        + next.flatMap {
          [UInt8($0 / base) + Self.firstLetter, UInt8($0 % base) + Self.firstLetter]
        })
  }

  /// The bytes, and the place without a byte.
  @inlinable package static var symbolCount: Int { 257 }
  @inlinable package static var edge: Int { 256 }
  /// The state from which no match comes.
  package static let dead: UInt16 = 0
  /// The state in which there may be a match, whatever follows.
  package static let possible: UInt16 = 1
  /// Tables have no more classes, and no more states.
  @inlinable package static var mostClasses: Int { 95 }
  package static let mostStates = 2000
  /// The letter of class 0.
  @inlinable package static var firstLetter: UInt8 { 0x20 }

  @inlinable package var classCount: Int { symbolClass(Self.edge) + 1 }

  package var stateCount: Int { (letters.count - Self.symbolCount) / 2 / classCount }

  @inlinable
  package func symbolClass(_ symbol: Int) -> Int { Int(letters[symbol] &- Self.firstLetter) }

  /// The state behind a symbol.
  @inlinable
  package func next(_ state: UInt16, over symbol: Int) -> UInt16 {
    let place = Self.symbolCount + 2 * (Int(state) * classCount + symbolClass(symbol))
    let high = UInt16(letters[place] &- Self.firstLetter)
    return high * UInt16(Self.mostClasses) + UInt16(letters[place + 1] &- Self.firstLetter)
  }

  /// Letters of a table that is made while the program runs.
  private final class Memory: Sendable {
    /// Written in `init`, freed in `deinit`, only read in between.
    nonisolated(unsafe) let letters: UnsafeMutableBufferPointer<UInt8>

    init(_ letters: some Collection<UInt8>) {
      self.letters = .allocate(capacity: letters.count)
      _ = self.letters.initialize(from: letters)
    }

    deinit {
      letters.deallocate()
    }
  }
}

extension MatchTable: Hashable {
  package static func == (one: Self, other: Self) -> Bool {
    one.letters.elementsEqual(other.letters)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(letters))
  }
}
