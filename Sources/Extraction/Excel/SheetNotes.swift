import ScanModel

/// The comments and the text boxes of a sheet; which text belongs to which comment the file tells
/// only behind them.
struct SheetNotes {
  private struct Note {
    var object: Int
    var author: [UInt8]
  }

  private var object = 0
  /// The texts of objects by their numbers, in order.
  private var texts: [(object: Int, text: [UInt8])] = []
  private var notes: [Note] = []
  /// The comments before BIFF8, which have their texts with them.
  private var plainNotes: [[UInt8]] = []

  /// Takes the number of an object whose text may follow.
  mutating func takeObject(_ body: Span<UInt8>) {
    // The first part of the record tells of all objects.
    guard body.littleUInt16(at: 0) == 0x15 else { return }
    object = body.littleUInt16(at: 6) ?? 0
  }

  mutating func takeText(_ body: Span<UInt8>, borders: [Int]) {
    guard let count = body.littleUInt16(at: 10), count > 0 else { return }
    var place = BIFFBody(borders: borders)
    guard place.moveToContinuation() else { return }
    var text: [UInt8] = []
    _ = place.appendText(body, characterCount: count, to: &text)
    texts.append((object, text))
  }

  mutating func takeNote(_ body: Span<UInt8>, _ workbook: borrowing WorkbookGlobals) {
    guard workbook.version == .biff8 else { return takePlainNote(body, workbook) }
    guard let object = body.littleUInt16(at: 6) else { return }
    notes.append(Note(object: object, author: workbook.text(body, at: 8, lengthByteCount: 2)))
  }

  /// Long comments go on in records whose row is 0xFFFF.
  private mutating func takePlainNote(
    _ body: Span<UInt8>, _ workbook: borrowing WorkbookGlobals
  ) {
    var text: [UInt8] = []
    workbook.codePage.decode(body.extracting(body.inside(6..<Int.max)), into: &text)
    if body.littleUInt16(at: 0) == 0xFFFF, !plainNotes.isEmpty {
      plainNotes[plainNotes.count - 1] += text
    } else {
      plainNotes.append(text)
    }
  }

  /// Gives all comments, each behind its author, and all other texts.
  mutating func finish(into paragraphs: inout SheetParagraphs) {
    var authors: [Int: [[UInt8]]] = [:]
    for note in notes { authors[note.object, default: []].append(note.author) }
    for (object, text) in texts {
      guard let authors = authors.removeValue(forKey: object) else {
        paragraphs.add(text, to: .textBoxes)
        continue
      }
      paragraphs.add(authors, to: .comments)
      paragraphs.add(text, to: .comments)
    }
    for note in notes where authors[note.object] != nil {
      paragraphs.add(note.author, to: .comments)
    }
    paragraphs.add(plainNotes, to: .comments)
    self = SheetNotes()
  }
}
