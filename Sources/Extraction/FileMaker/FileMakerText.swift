import ContentTypes

/// The characters of texts in a database of FileMaker Pro, whose lines end in returns.
struct FileMakerText {
  private let form: FileMakerFile.Form
  /// Of early files, which are written as on a Macintosh wherever they are.
  private let codePage: CodePage

  init(_ form: FileMakerFile.Form) {
    self.form = form
    codePage = CodePage(.macintosh)
  }

  /// The text of `bytes` in UTF-8.
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

  /// The bytes without their mask.
  private func unmasked(_ bytes: Span<UInt8>) -> [UInt8] {
    var unmasked: [UInt8] = []
    unmasked.append(bytes, bytes.indices)
    for index in unmasked.indices { unmasked[index] ^= form.mask }
    return unmasked
  }

  /// The bytes of a value that may be more than a text, without the mask of texts: rows of zeros, which are
  /// numbers, stay.
  func unmaskedBetweenZeros(_ bytes: Span<UInt8>) -> [UInt8] {
    var unmasked = unmasked(bytes)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] == 0 { end += 1 }
      if end - start >= Self.leastZeroCount {
        for index in start..<end { unmasked[index] = 0 }
      }
      start = max(end, start + 1)
    }
    return unmasked
  }

  /// Fewer zeros are letters.
  private static let leastZeroCount = 3
}
