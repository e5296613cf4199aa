extension Span<UInt8> {
  /// The bytes that are packed as streams of Visio are: single ones, and repetitions from a window of 4 KB;
  /// at most `limit`, nil beyond that.
  ///
  /// Source: Apache POI, HDGFLZW.
  func unpackedByVisio(limit: Int) -> [UInt8]? {
    var window = [UInt8](repeating: 0, count: 4096)
    var place = 0
    var output: [UInt8] = []
    var position = 0
    func put(_ byte: UInt8) {
      output.append(byte)
      window[place] = byte
      place = (place + 1) & 4095
    }
    while position < count {
      let flags = self[position]
      position += 1
      for bit in 0..<8 where position < count {
        if flags >> UInt8(bit) & 1 == 1 {
          put(self[position])
          position += 1
          continue
        }
        guard position + 1 < count else { return output }
        let length = Int(self[position + 1] & 15) + 3
        let from = Int(self[position]) | Int(self[position + 1] & 0xF0) << 4
        position += 2
        // The window begins with 18 bytes that are not counted.
        let start = from + 18
        guard output.count + length <= limit else { return nil }
        for offset in 0..<length { put(window[(start + offset) & 4095]) }
      }
      guard output.count <= limit else { return nil }
    }
    return output
  }
}
