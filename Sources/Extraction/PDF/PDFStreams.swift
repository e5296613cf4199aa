/// Decodes the streams of a PDF up to a limit, as far as their bytes go.
///
/// Filters of images are never run.
enum PDFStreams {
  /// What became of a stream.
  struct Content {
    var bytes: [UInt8] = []
    /// Whether it is all of the stream: it is not where the limit was reached or bytes were broken.
    var isWhole = true
    var isOverLimit = false
  }

  private enum Filter {
    case flate, lzw, ascii85, asciiHex, runLength, crypt
  }

  /// The decoded bytes of a stream, `limit` at most; nil where it is no stream or an image.
  static func content(
    of stream: PDFFile.Object, in file: borrowing PDFFile, limit: Int
  ) -> Content? {
    guard file.isStream(stream), let filters = filters(of: stream, in: file) else { return nil }
    guard let raw = file.rawStream(stream) else { return nil }
    if hasPredictor(stream, in: file) { return predicted(stream, raw.count, in: file, limit) }
    var content = Content(bytes: raw)
    for filter in filters {
      switch filter {
      case .flate: content.inflate(limit: limit)
      case .lzw:
        content.decodeLZW(limit: limit, changesEarly: changesEarly(stream, in: file))
      case .ascii85: content.bytes = ASCIIFilters.decodeBase85(content.bytes.span)
      case .asciiHex: content.bytes = ASCIIFilters.decodeHex(content.bytes.span)
      case .runLength: content.decodeRunLength(limit: limit)
      case .crypt: continue
      }
    }
    if content.bytes.count > limit {
      content.bytes.removeSubrange(limit...)
      content.isOverLimit = true
    }
    return content
  }

  /// The filters of a stream in order; nil where one is for images or unknown.
  private static func filters(
    of stream: PDFFile.Object, in file: borrowing PDFFile
  ) -> [Filter]? {
    let entry = file.value("/Filter", of: stream)
    var names: [[UInt8]] = []
    if file.isArray(entry) {
      let count = file.count(of: entry)
      guard count <= 8 else { return nil }
      for index in 0..<count { names.append(file.name(file.item(index, of: entry))) }
    } else if file.isName(entry) {
      names = [file.name(entry)]
    }
    var filters: [Filter] = []
    for name in names {
      switch String(decoding: name, as: UTF8.self) {
      case "FlateDecode", "Fl": filters.append(.flate)
      case "LZWDecode", "LZW": filters.append(.lzw)
      case "ASCII85Decode", "A85": filters.append(.ascii85)
      case "ASCIIHexDecode", "AHx": filters.append(.asciiHex)
      case "RunLengthDecode", "RL": filters.append(.runLength)
      case "Crypt": filters.append(.crypt)
      default: return nil
      }
    }
    return filters
  }

  private static func hasPredictor(_ stream: PDFFile.Object, in file: borrowing PDFFile) -> Bool {
    parameter("/Predictor", of: stream, in: file).map { $0 > 1 } ?? false
  }

  private static func changesEarly(_ stream: PDFFile.Object, in file: borrowing PDFFile) -> Bool {
    parameter("/EarlyChange", of: stream, in: file) != 0
  }

  /// A parameter of any of the filters.
  private static func parameter(
    _ key: StaticString, of stream: PDFFile.Object, in file: borrowing PDFFile
  ) -> Int? {
    let entry = file.value("/DecodeParms", of: stream)
    if !file.isArray(entry) { return file.integer(file.value(key, of: entry)) }
    for index in 0..<min(8, file.count(of: entry)) {
      if let value = file.integer(file.value(key, of: file.item(index, of: entry))) {
        return value
      }
    }
    return nil
  }

  /// Lets qpdf decode a stream with a predictor, where that cannot come to more than memory holds.
  private static func predicted(
    _ stream: PDFFile.Object, _ rawCount: Int, in file: borrowing PDFFile, _ limit: Int
  ) -> Content? {
    guard rawCount <= limit / 16 else { return Content(isWhole: false, isOverLimit: true) }
    guard let bytes = file.decodedStream(stream) else { return Content(isWhole: false) }
    guard bytes.count <= limit else {
      return Content(bytes: Array(bytes[..<limit]), isWhole: false, isOverLimit: true)
    }
    return Content(bytes: bytes)
  }
}

extension PDFStreams.Content {
  fileprivate mutating func inflate(limit: Int) {
    var output: [UInt8] = []
    switch Inflation.inflate(bytes, into: &output, limit: limit) {
    case .whole: break
    case .broken: isWhole = false
    case .overLimit:
      isWhole = false
      isOverLimit = true
    }
    bytes = output
  }

  fileprivate mutating func decodeLZW(limit: Int, changesEarly: Bool) {
    var decoder = LZWDecoder(changesEarly: changesEarly)
    bytes = decoder.decode(bytes.span, limit: limit + 1)
  }

  fileprivate mutating func decodeRunLength(limit: Int) {
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count, output.count <= limit {
      let length = Int(bytes[position])
      position += 1
      if length == 128 { break }
      if length < 128 {
        let end = min(bytes.count, position + length + 1)
        output += bytes[position..<end]
        position = end
      } else if position < bytes.count {
        output.append(contentsOf: repeatElement(bytes[position], count: 257 - length))
        position += 1
      }
    }
    bytes = output
  }
}
