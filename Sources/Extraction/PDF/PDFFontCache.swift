/// The fonts of a file that have been read.
struct PDFFontCache {
  private(set) var fonts: [PDFFont] = []
  /// How many bytes of programs and maps may still be unpacked.
  private var bytesLeft = 512 << 20
  private var numbers: [Int: Int] = [:]
  private(set) var isOverLimit = false

  /// The most fonts that are kept, so that files with a font for each page stay small.
  private static let fontLimit = 4096

  /// The number of the font `object`.
  mutating func number(of object: PDFFile.Object, in file: borrowing PDFFile) -> Int {
    let id = file.id(object)
    if id != 0, let known = numbers[id] { return known }
    guard fonts.count < Self.fontLimit else {
      isOverLimit = true
      return fonts.count - 1
    }
    let font = PDFFontReader.read(object, in: file, bytesLeft: &bytesLeft)
    if font.isOverLimit || bytesLeft <= 0 { isOverLimit = true }
    fonts.append(font)
    if id != 0 { numbers[id] = fonts.count - 1 }
    return fonts.count - 1
  }

  /// Forgets the fonts where there are too many; numbers that were given out count no more.
  mutating func trim() {
    guard fonts.count > Self.fontLimit / 2 else { return }
    fonts.removeAll()
    numbers.removeAll()
  }
}
