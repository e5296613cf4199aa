import CPFF

/// The properties of an item that are texts, or dates of a person.
struct OutlookProperties {
  private static let byteLimit = 16 << 20
  private static let countLimit = 65_536

  /// A property: its MAPI number and its value in UTF-8.
  struct Value {
    var number: UInt32
    var text: [UInt8]
  }

  /// One list for the item, or one for each recipient.
  private(set) var sets: [[Value]] = []

  init(of item: borrowing OutlookItem) {
    var setCount: Int32 = 0
    guard libpff_item_get_number_of_record_sets(item.pointer, &setCount, nil) == 1 else { return }
    for index in 0..<min(max(0, Int(setCount)), Self.countLimit) {
      var set: UnsafeMutablePointer<libpff_record_set_t>?
      guard libpff_item_get_record_set_by_index(item.pointer, Int32(index), &set, nil) == 1 else {
        continue
      }
      defer { libpff_record_set_free(&set, nil) }
      sets.append(Self.values(of: set))
    }
  }

  /// The first value with one of `numbers`, in their order; nil for none.
  func first(_ numbers: UInt32...) -> [UInt8]? {
    for number in numbers {
      for set in sets {
        if let value = set.first(where: { $0.number == number }), !value.text.isEmpty {
          return value.text
        }
      }
    }
    return nil
  }

  private static func values(of set: UnsafeMutablePointer<libpff_record_set_t>?) -> [Value] {
    var entryCount: Int32 = 0
    guard libpff_record_set_get_number_of_entries(set, &entryCount, nil) == 1 else { return [] }
    var values: [Value] = []
    for index in 0..<min(max(0, Int(entryCount)), countLimit) {
      var entry: UnsafeMutablePointer<libpff_record_entry_t>?
      guard libpff_record_set_get_entry_by_index(set, Int32(index), &entry, nil) == 1 else {
        continue
      }
      defer { libpff_record_entry_free(&entry, nil) }
      var number: UInt32 = 0
      var type: UInt32 = 0
      libpff_record_entry_get_entry_type(entry, &number, nil)
      libpff_record_entry_get_value_type(entry, &type, nil)
      for text in texts(of: entry, number, type) where !text.isEmpty {
        values.append(Value(number: number, text: text))
      }
    }
    return values
  }

  private static func texts(
    of entry: UnsafeMutablePointer<libpff_record_entry_t>?, _ number: UInt32, _ type: UInt32
  ) -> [[UInt8]] {
    switch type {
    case 0x001F: return [data(of: entry).utf16Text]
    case 0x001E: return [narrowText(of: entry)]
    // Birthday and wedding day.
    case 0x0040 where number == 0x3A42 || number == 0x3A41:
      return [data(of: entry).dateOfFileTime]
    case 0x101E, 0x101F: return multipleTexts(of: entry)
    // The members of a distribution list: text between binary fields.
    case 0x1102: return data(of: entry).utf16Runs
    default: return []
    }
  }

  private static func data(of entry: UnsafeMutablePointer<libpff_record_entry_t>?) -> [UInt8] {
    var size = 0
    guard libpff_record_entry_get_data_size(entry, &size, nil) == 1, size > 0, size <= byteLimit
    else { return [] }
    var bytes = [UInt8](repeating: 0, count: size)
    guard libpff_record_entry_get_data(entry, &bytes, size, nil) == 1 else { return [] }
    return bytes
  }

  /// A text in the code page of the item or the store.
  private static func narrowText(
    of entry: UnsafeMutablePointer<libpff_record_entry_t>?
  ) -> [UInt8] {
    var size = 0
    if libpff_record_entry_get_data_as_utf8_string_size(entry, &size, nil) == 1, size > 0,
      size <= byteLimit
    {
      var bytes = [UInt8](repeating: 0, count: size)
      if libpff_record_entry_get_data_as_utf8_string(entry, &bytes, size, nil) == 1 {
        return bytes.withoutEnd.repaired
      }
    }
    return data(of: entry).withoutEnd.repaired
  }

  private static func multipleTexts(
    of entry: UnsafeMutablePointer<libpff_record_entry_t>?
  ) -> [[UInt8]] {
    var list: UnsafeMutablePointer<libpff_multi_value_t>?
    guard libpff_record_entry_get_multi_value(entry, &list, nil) == 1 else { return [] }
    defer { libpff_multi_value_free(&list, nil) }
    var count: Int32 = 0
    libpff_multi_value_get_number_of_values(list, &count, nil)
    var texts: [[UInt8]] = []
    for index in 0..<min(max(0, Int(count)), 4096) {
      var size = 0
      guard
        libpff_multi_value_get_value_utf8_string_size(list, Int32(index), &size, nil) == 1,
        size > 0, size <= byteLimit
      else { continue }
      var bytes = [UInt8](repeating: 0, count: size)
      if libpff_multi_value_get_value_utf8_string(list, Int32(index), &bytes, size, nil) == 1 {
        texts.append(bytes.withoutEnd.repaired)
      }
    }
    return texts
  }
}

extension [UInt8] {
  /// The bytes without the zeros that end a C string.
  fileprivate var withoutEnd: [UInt8] {
    var end = count
    while end > 0, self[end - 1] == 0 { end -= 1 }
    return Array(self[..<end])
  }

  /// The bytes, UTF-16 with the lower byte first, as UTF-8.
  fileprivate var utf16Text: [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(count / 2)
    for index in 0..<count / 2 {
      units.append(UInt16(self[2 * index]) | UInt16(self[2 * index + 1]) << 8)
    }
    while units.last == 0 { units.removeLast() }
    return Array<UInt8>(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The runs of at least 4 printable characters of one byte, stored in two.
  fileprivate var utf16Runs: [[UInt8]] {
    var runs: [[UInt8]] = []
    var run: [UInt8] = []
    var index = 0
    while index + 1 < count {
      if self[index + 1] == 0, self[index] >= 0x20, self[index] != 0x7F {
        Windows1252.append(self[index], to: &run)
        index += 2
      } else {
        if run.count >= 4 { runs.append(run) }
        index += run.isEmpty ? 1 : 2
        run.removeAll()
      }
    }
    if run.count >= 4 { runs.append(run) }
    return runs
  }

  /// The date, dd-mm-yyyy, of a count of 100 nanoseconds since 1601.
  fileprivate var dateOfFileTime: [UInt8] {
    guard count >= 8 else { return [] }
    var ticks: UInt64 = 0
    for index in 0..<8 { ticks |= UInt64(self[index]) << UInt64(8 * index) }
    // Birthdays are stored as midnight in local time: the nearest midnight is the day.
    let days = Int((ticks / 864_000_000_000) + (ticks % 864_000_000_000 >= 432_000_000_000 ? 1 : 0))
    return CalendarDate(daysFrom1601: days).map { Array($0.dutch.utf8) } ?? []
  }
}
