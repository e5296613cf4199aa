/// Runs of base64 or hex digits in a text, long enough to be a document.
///
/// A run may go over line ends, the escapes for them in JSON and XML, and the indents of folded lines,
/// behind pieces of at least `shortestPiece` digits. A text without runs costs a look at one byte in
/// `step`.
enum EncodedRuns {
  /// In bytes, with what stands between pieces; what is shorter is no document.
  static let shortest = 600
  fileprivate static let shortestPiece = 40
  private static let step = 512
  /// A run that a look comes upon may have begun two looks before, where those fell between its pieces.
  private static let reach = 3 * step

  /// The first run that begins at `start` or behind it.
  static func next(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var place = start + step
    while place < text.count {
      if text.isInPiece(place) {
        var position = max(start, place - reach)
        while position <= place {
          let run = text.run(from: position)
          if run.count >= shortest { return run }
          position = max(run.upperBound, position + 1)
        }
      }
      place += step
    }
    return nil
  }

  /// The digits of a run, without what stands between its pieces.
  static func digits(of run: Span<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(run.count)
    var position = 0
    while position < run.count {
      let next = run.endOfDigits(from: position)
      digits.append(run, position..<next)
      position = max(run.endOfBreak(from: next), next + 1)
    }
    return digits.contains(UInt8(ascii: "\\")) ? digits.filter { $0 != UInt8(ascii: "\\") } : digits
  }
}

extension Span<UInt8> {
  /// Whether the byte lies in a piece of a run, or directly behind one.
  fileprivate func isInPiece(_ place: Int) -> Bool {
    // Half of a piece lies on one side of it; seldom are there so many bytes without a blank.
    guard hasNoBlank(from: place) || hasNoBlank(from: place - 16) else { return false }
    let longest = EncodedRuns.shortestPiece
    var end = place
    while end < count, end - place < longest, self[end].isEncodedDigit { end += 1 }
    var start = place
    while start > 0, end - start < longest, self[start - 1].isEncodedDigit { start -= 1 }
    return end - start >= longest
  }

  /// Whether none of 16 bytes comes before `+` in ASCII, as blanks and quotes do; also where the text has
  /// no 16 bytes there.
  private func hasNoBlank(from start: Int) -> Bool {
    guard start >= 0, start + 16 <= count else { return true }
    return withUnsafeBytes { bytes in
      (0..<2).allSatisfy { half in
        let eight = bytes.loadUnaligned(fromByteOffset: start + half * 8, as: UInt64.self)
        return (eight &- 0x2B2B_2B2B_2B2B_2B2B) & ~eight & 0x8080_8080_8080_8080 == 0
      }
    }
  }

  /// The first run behind `start`, whatever its length; an empty range at the end for none.
  fileprivate func run(from start: Int) -> Range<Int> {
    var first = start
    while first < count, !self[first].isEncodedDigit {
      first = max(endOfBreak(from: first), first + 1)
    }
    var position = min(first, count)
    var end = position
    first = position
    while position < count {
      let piece = position
      end = endOfDigits(from: position)
      guard end - piece >= EncodedRuns.shortestPiece else { break }
      position = endOfBreak(from: end)
      guard position > end, position < count, self[position].isEncodedDigit else { break }
    }
    return first..<end
  }

  /// The end of the digits at `start`; a slash may be escaped, as in JSON.
  fileprivate func endOfDigits(from start: Int) -> Int {
    var position = start
    while position < count {
      if self[position].isEncodedDigit {
        position += 1
      } else if self[position] == UInt8(ascii: "\\"), position + 1 < count,
        self[position + 1] == UInt8(ascii: "/")
      {
        position += 2
      } else {
        break
      }
    }
    return position
  }

  /// The end of line ends and white space at `start`, also where they are written as escapes.
  fileprivate func endOfBreak(from start: Int) -> Int {
    var position = start
    while position < count {
      switch self[position] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: " "):
        position += 1
      case UInt8(ascii: "\\")
      where position + 1 < count && "rnt".utf8.contains(self[position + 1]):
        position += 2
      case UInt8(ascii: "&"):
        guard
          let length = ["&#13;", "&#10;", "&#xD;", "&#xA;", "&#xd;", "&#xa;"].first(where: {
            begins(with: $0, at: position)
          })?.utf8CodeUnitCount
        else { return position }
        position += length
      default: return position
      }
    }
    return position
  }
}

extension UInt8 {
  /// Whether it is a digit of base64, of the alphabet for addresses too: letters, digits, `+-/_`.
  @inline(__always)
  var isEncodedDigit: Bool {
    let members: UInt64 = self < 0x40 ? 0x03FF_A800_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return self < 0x80 && members >> UInt64(self & 0x3F) & 1 == 1
  }
}
