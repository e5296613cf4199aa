import ScanModel

/// Memory that one text after the other is read into, so that a small one costs little.
///
/// A reader takes from it what it needs and gives it back, with what it has grown to.
package struct TextBuffers {
  /// What is held of a text in its window, and its fields.
  var text: [UInt8] = []
  var fields: [TextField] = []
  var labelNumbers = LabelNumbers()
  /// What was decoded and not read yet.
  var ahead: [UInt8] = []
  /// What was read and not decoded yet.
  var undecoded: [UInt8] = []

  package init() {}
}
