/// The headers that a message had while it was sent.
enum TransportHeaders {
  /// Each header, its value on one line.
  static func fields(of text: [UInt8]) -> [(name: [UInt8], value: [UInt8])] {
    var fields: [(name: [UInt8], value: [UInt8])] = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if let first = line.first, first == 0x20 || first == 0x09 {
        let rest = line.trimmingRTFSpace()
        if fields.isEmpty {
          fields.append(([], Array(rest)))
        } else {
          fields[fields.count - 1].value += [0x20] + rest
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex {
        fields.append((Array(line[..<colon]), Array(line[(colon + 1)...].trimmingRTFSpace())))
      } else {
        fields.append(([], Array(line)))
      }
    }
    return fields
  }
}
