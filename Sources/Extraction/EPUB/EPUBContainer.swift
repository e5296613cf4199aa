import ScanModel

/// Finds in the container of a book where it is described, and which of its entries are encrypted.
///
/// Source: EPUB Open Container Format 3.3.
struct EPUBContainer: XMLPartHandler {
  private(set) var packagePaths: [String] = []
  private(set) var encryptedPaths: Set<String> = []

  mutating func open<Sink: DocumentSink & ~Copyable>(
    _ tag: borrowing MarkupTag, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let name = bytes.localName(tag.name)
    if bytes.begins(with: "rootfile", at: name.lowerBound), name.count == 8,
      let path = tag.value(named: "full-path", in: bytes)
    {
      packagePaths.append(EPUBPath.resolve(path, in: ""))
    } else if bytes.begins(with: "CipherReference", at: name.lowerBound),
      let path = tag.value(named: "URI", in: bytes)
    {
      encryptedPaths.insert(ZipEntry.key(of: EPUBPath.resolve(path, in: "")))
    }
  }

  mutating func close<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {}
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
  mutating func take(_ scalar: Unicode.Scalar) {}
}

extension MarkupTag {
  /// The value of the attribute with this name, whatever its prefix; nil where there is none.
  borrowing func value(named name: StaticString, in bytes: Span<UInt8>) -> String? {
    for attribute in attributes {
      let own = bytes.localName(attribute.name)
      if own.count == name.utf8CodeUnitCount, bytes.begins(with: name, at: own.lowerBound) {
        return String(decoding: bytes.decoded(attribute.value), as: UTF8.self)
      }
    }
    return nil
  }
}
