/// Where in a chunk of an event log records lie: those in use, and what is left of older ones.
///
/// 512 bytes of head, records one behind the other, and behind those whatever was there before.
struct EventLogChunk {
  private static let headByteCount = 512
  private static let lastNumberAt = 32

  private(set) var used: [EventLogRecord] = []
  private(set) var unused: [EventLogRecord] = []
  /// Whether the records in use are whole, and follow each other up to the last one.
  private(set) var isWhole: Bool

  init(_ chunk: Span<UInt8>) {
    isWhole = chunk.begins(with: "ElfChnk\0", at: 0)
    // Without a head nothing tells which records are old, but that their numbers do not rise.
    let last = isWhole ? chunk.littleUInt64(at: Self.lastNumberAt) ?? .max : .max
    var position = isWhole ? Self.headByteCount : 0
    var end = position
    while position + EventLogRecord.headByteCount <= chunk.count {
      guard let record = EventLogRecord(chunk, at: position), record.isWhole || position == end
      else {
        position += 4
        continue
      }
      let previous = used.last?.number
      let isNext = position == end && previous.map { record.number == $0 &+ 1 } ?? true
      if isNext || previous.map({ record.number > $0 }) ?? true && record.number <= last {
        if position != end || !record.isWhole { isWhole = false }
        used.append(record)
        end = record.range.upperBound
      } else if record.isWhole {
        unused.append(record)
      }
      position = record.isWhole ? record.range.upperBound : position + 4
    }
    // A log that was never written to says that its last record is the one before the first.
    if let number = used.last?.number, last != .max, number < last { isWhole = false }
  }
}
