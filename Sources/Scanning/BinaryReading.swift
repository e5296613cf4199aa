/// What is read of content that is no text and has no reader.
package enum BinaryReading: Sendable {
  /// Nothing: it is listed as not examined.
  case none
  /// The runs of text in it; it counts as examined in part. What is encrypted is left out.
  case runsOfText
}
