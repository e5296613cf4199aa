import ContentTypes

/// The characters of texts in a database of FileMaker Pro, whose lines end in returns.
struct FileMakerText {
  private let form: FileMakerFile.Form
  /// Of early files, which are written on a Macintosh unless their texts tell otherwise.
  private let codePage: CodePage

  init(_ form: FileMakerFile.Form) {
    self.form = form
    codePage = CodePage(.macintosh)
  }

  /// The text of `bytes` in UTF-8, without spaces at its ends.
  func text(_ bytes: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    switch form {
    case .early: codePage.decode(bytes, into: &text)
    case .masked: SCSU.decode(unmasked(bytes).span, into: &text)
    }
    for index in text.indices where text[index] == 0x0D || text[index] == 0x0B {
      text[index] = 0x0A
    }
    return text
  }

  /// The bytes without their mask; what is no text has none, and rows of zeros stay.
  func unmasked(_ bytes: Span<UInt8>) -> [UInt8] {
    var unmasked: [UInt8] = []
    unmasked.append(bytes, bytes.indices)
    guard form.mask != 0 else { return unmasked }
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] == 0 { end += 1 }
      if end - start < Self.leastZeroCount {
        end = max(end, start + 1)
        for index in start..<end { unmasked[index] ^= form.mask }
      }
      start = end
    }
    return unmasked
  }

  /// Fewer zeros are letters.
  private static let leastZeroCount = 3
}
