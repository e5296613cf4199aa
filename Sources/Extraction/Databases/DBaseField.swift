/// A field of the records of a dBase table.
struct DBaseField {
  /// How the bytes of a value are written.
  enum Form {
    /// Characters, in the encoding of the table.
    case text
    /// Digits of a day without marks between: 20011231.
    case date
    case integer
    /// Of version 7: the highest byte first and the sign turned, so that they sort as they are.
    case sortedInteger
    /// An amount of money in ten-thousandths.
    case currency
    case double
    /// A Julian day and the milliseconds of it.
    case time
    /// The number of a block in a file beside the table.
    case memo
    /// What belongs to the program: flags, pictures.
    case other
  }

  let name: [UInt8]
  let form: Form
  /// Where it lies in a record, the mark of deleted ones before it.
  let start: Int
  let length: Int

  /// `descriptor` is its entry in the header, which begins with a name of `nameLength` bytes.
  init(_ descriptor: Span<UInt8>, nameLength: Int, start: Int) {
    var name: [UInt8] = []
    for index in 0..<nameLength {
      guard descriptor[index] != 0 else { break }
      name.append(descriptor[index])
    }
    self.name = name
    self.start = start
    let kind = descriptor[nameLength]
    let lengthPlace = nameLength == 32 ? 33 : 16
    let short = Int(descriptor[lengthPlace])
    // Long texts have the upper half of their length where numbers have their decimals.
    length =
      kind == UInt8(ascii: "C") ? short + Int(descriptor[lengthPlace + 1]) << 8 : short
    form = Self.form(kind, length: length, isVersion7: nameLength == 32)
  }

  /// Source: dBASE Table File Format, field types; Visual FoxPro, Table File Structure.
  private static func form(_ kind: UInt8, length: Int, isVersion7: Bool) -> Form {
    switch UnicodeScalar(kind) {
    case "C", "V", "N", "F", "L": .text
    case "D": .date
    case "I" where length == 4, "+" where length == 4: isVersion7 ? .sortedInteger : .integer
    case "Y" where length == 8: .currency
    case "B" where length == 8 && !isVersion7: .double
    case "O" where length == 8: isVersion7 ? .other : .double
    case "T" where length == 8: .time
    case "M", "G", "P", "W", "B": .memo
    default: .other
    }
  }
}
