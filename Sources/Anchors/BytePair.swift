/// Two bytes that stand side by side, each any one of a set.
package struct BytePair: Hashable, Sendable {
  package let first: ByteSet
  package let second: ByteSet

  package init(first: ByteSet, second: ByteSet) {
    self.first = first
    self.second = second
  }
}
