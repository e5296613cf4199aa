import ContentTypes

extension CodePage {
  /// The code page of texts that name none, such as those of a table of DOS.
  ///
  /// UTF-8 where all is; else the code page of DOS where letters with marks stand where it has them.
  init(likelyFor texts: [UInt8]) {
    let texts = texts.span
    if texts.asciiEnd(from: 0) == texts.count {
      self = .windows1252
    } else if UTF8Check.validEnd(of: texts, from: 0).end == texts.count {
      self.init(CodePageDecoder.utf8)
    } else {
      self =
        if case .declared(let charset)? = TextEncoding.detected(in: texts) {
          CodePage(charset)
        } else { .windows1252 }
    }
  }
}
