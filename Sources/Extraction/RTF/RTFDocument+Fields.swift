/// The instructions of fields: links, and what else says more than its result does.
extension RTFDocument {
  /// Fields whose instruction only says how to make the result.
  private static let plainFields = [
    "PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES", "TOC", "DATE", "TIME", "SEQ", "SYMBOL", "REF",
    "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "STYLEREF", "SHAPE", "SECTION", "NUMWORDS", "EQ",
    "CREATEDATE", "SAVEDATE", "PRINTDATE", "LISTNUM", "AUTONUM", "NOTEREF", "TITLE", "AUTHOR",
    "FILENAME", "FILESIZE", "REVNUM", "EMBED", "ADVANCE", "PRIVATE", "=",
  ]

  mutating func takeInstruction(_ instruction: ArraySlice<UInt8>) {
    let words = instruction.fieldWords()
    guard let kind = words.first else { return }
    guard kind.isEqualIgnoringCase("HYPERLINK") else {
      if !Self.plainFields.contains(where: { kind.isEqualIgnoringCase($0) }) {
        addParagraph(instruction, to: .fieldCodes)
      }
      return
    }
    for word in words.dropFirst() where word.first != UInt8(ascii: "\\") {
      addParagraph(word, to: .links)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func isEqualIgnoringCase(_ other: String) -> Bool {
    count == other.utf8.count
      && zip(self, other.utf8).allSatisfy { $0 == $1 || $0 & 0xDF == $1 && $1 >= 0x41 }
  }

  /// The words of an instruction; those in quotation marks are one, without the marks.
  fileprivate func fieldWords() -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var position = startIndex
    while position < endIndex {
      if self[position] <= 0x20 {
        position += 1
        continue
      }
      let isQuoted = self[position] == UInt8(ascii: "\"")
      if isQuoted { position += 1 }
      let start = position
      while position < endIndex {
        let byte = self[position]
        if isQuoted ? byte == UInt8(ascii: "\"") : byte <= 0x20 { break }
        position += 1
      }
      words.append(self[start..<position])
      if isQuoted { position += 1 }
    }
    return words
  }
}
