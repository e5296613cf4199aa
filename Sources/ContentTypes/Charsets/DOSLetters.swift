/// Whether the bytes above ASCII in a text without UTF-8 are letters of DOS (code page 850) and not those
/// of Windows-1252: `Crèvecoeur` by a program of then reads `CrŠvecoeur` in Windows.
///
/// Only what cannot be meant in the one or the other counts, by the ASCII letters beside it.
struct DOSLetters {
  private var dosCount = 0
  private var windowsCount = 0

  /// Letters of code page 850 that are marks or nothing in Windows-1252, and `ı`, which is `Õ` there.
  ///
  /// What stands between letters there too (an apostrophe, dashes, dots) is not among them.
  private static let marks: Set<UInt8> = [
    0x81, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8B, 0x8D, 0x90, 0x93, 0x94, 0x98, 0x9B, 0xA1,
    0xA2, 0xA3, 0xA4, 0xD5,
  ]
  /// Not defined in Windows-1252.
  private static let undefined: Set<UInt8> = [0x81, 0x8D, 0x90]
  /// `è` and `î`, where Windows-1252 has capitals.
  private static let capitals: Set<UInt8> = [0x8A, 0x8C]
  /// At the end of a word: `é`, `ê`, `ë`, `è`.
  private static let last: Set<UInt8> = [0x82, 0x88, 0x89, 0x8A]
  /// `Ö`, with which a word begins; a trade mark does not stand there.
  private static let first: UInt8 = 0x99

  /// `éé`, with which a Dutch word begins (`één`); two low quotes do not.
  private static let doubled: UInt8 = 0x82

  /// Looks at a byte that is part of no character of UTF-8.
  mutating func take(_ byte: UInt8, behind before: UInt8, before next: UInt8) {
    let isBehindLetter = before.isLetter
    let isBehindSmall = isBehindLetter && before & 0x20 != 0
    let isBeforeSmall = next.isLetter && next & 0x20 != 0
    if Self.undefined.contains(byte), isBehindLetter || next.isLetter {
      dosCount += 1
    } else if Self.marks.contains(byte), isBehindLetter, isBeforeSmall {
      dosCount += 1
    } else if Self.capitals.contains(byte), isBehindSmall, isBeforeSmall {
      dosCount += 1
    } else if Self.last.contains(byte), isBehindSmall, !next.isLetter, next < 0x80 {
      dosCount += 1
    } else if byte == Self.first, !isBehindLetter, before < 0x80, isBeforeSmall {
      dosCount += 1
    } else if byte == Self.doubled, before == Self.doubled, isBeforeSmall {
      dosCount += 1
    } else if byte >= 0xE0, byte != 0xF7, isBehindSmall || isBeforeSmall {
      // A capital or a line of a table in code page 850.
      windowsCount += 1
    }
  }

  /// Whether something speaks for code page 850, and nothing against it.
  var areFound: Bool { dosCount > 0 && windowsCount == 0 }
}
