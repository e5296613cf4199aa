/// A network address: IPv4 in four numbers without leading zeros, or IPv6 in any of its forms.
///
/// Addresses that are not routed on the internet (private, loopback, link-local, documentation,
/// multicast, unspecified) are valid, with a note.
///
/// Source: RFC 791; RFC 4291; RFC 4007 (zones); RFC 6890 and the IANA registries of special
/// addresses; RFC 5952 (normal form).
package enum IPAddress {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let range = text.trimmedRange
    let candidate = text.extracting(range)
    if let address = IPv4Address(candidate) {
      return .valid(address.isPublic ? [] : .notPublicAddress)
    }
    if let address = IPv6Address(candidate) {
      return .valid(address.isPublic ? [] : .notPublicAddress)
    }
    return .invalid(range.count < 2 ? .length : .structure)
  }

  /// IPv4 as written; IPv6 in lower case with the longest run of zeros as `::`, and its zone.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    let range = text.trimmedRange
    guard let address = IPv6Address(text.extracting(range)) else { return FoldedText.fold(text) }
    return Array(address.description.utf8)
      + (range.lowerBound + address.byteCount..<range.upperBound).map { text[$0] }
  }
}
