/// The tags in a caption of SubRip and WebVTT, which are left out but for the name of who speaks.
///
/// Source: WebVTT: The Web Video Text Tracks Format, 4.2.2; SubRip as ffmpeg and mkvmerge write it.
enum CaptionMarkup {
  private static let tagNames: Set<String> = [
    "b", "i", "u", "s", "c", "v", "font", "lang", "ruby", "rt",
  ]
  private static let characters: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "lrm": "", "rlm": "",
  ]
  private static let tagByteLimit = 256

  /// The caption without its tags, and with the characters that its names stand for.
  static func plain(_ caption: [UInt8]) -> [UInt8] {
    let bytes = caption.span
    var plain: [UInt8] = []
    plain.reserveCapacity(caption.count)
    var position = 0
    while position < caption.count {
      switch bytes[position] {
      case UInt8(ascii: "<"):
        if let tag = bytes.inside(at: position, end: UInt8(ascii: ">"), limit: tagByteLimit),
          isTag(bytes.extracting(tag))
        {
          appendSpeaker(bytes.extracting(tag), to: &plain)
          position = tag.upperBound + 1
          continue
        }
      case UInt8(ascii: "{"):
        if let end = bytes.endOfOverride(at: position) {
          position = end
          continue
        }
      case UInt8(ascii: "&"):
        if let name = bytes.inside(at: position, end: UInt8(ascii: ";"), limit: 8),
          let character = characters[String(decoding: bytes.bytes(name), as: UTF8.self)]
        {
          plain += character.utf8
          position = name.upperBound + 1
          continue
        }
      case UInt8(ascii: "\r"):
        position += 1
        continue
      default: break
      }
      plain.append(bytes[position])
      position += 1
    }
    return plain
  }

  /// Whether it is one of the tags of captions, or a time within one.
  private static func isTag(_ tag: Span<UInt8>) -> Bool {
    let start = tag.count > 0 && tag[0] == UInt8(ascii: "/") ? 1 : 0
    var end = start
    while end < tag.count, tag[end].isASCIILetter { end += 1 }
    if end < tag.count, tag[end] != UInt8(ascii: " "), tag[end] != UInt8(ascii: ".") {
      return tag.isTime
    }
    let name = tag.bytes(start..<end).map { $0 | 0x20 }
    return tagNames.contains(String(decoding: name, as: UTF8.self))
  }

  /// `<v Bo>` says that Bo speaks.
  private static func appendSpeaker(_ tag: Span<UInt8>, to plain: inout [UInt8]) {
    guard tag.begins(with: "v ", at: 0) || tag.begins(with: "v.", at: 0) else { return }
    let start = tag.position(of: UInt8(ascii: " "), in: tag.indices) + 1
    guard start < tag.count else { return }
    plain.append(tag, start..<tag.count)
    plain += ": ".utf8
  }
}

extension Span<UInt8> {
  /// What stands behind the byte at `position` and before `end`, on one line and of so many bytes at most.
  fileprivate func inside(at position: Int, end: UInt8, limit: Int) -> Range<Int>? {
    for index in position + 1..<Swift.min(count, position + 1 + limit) {
      if self[index] == end { return position + 1..<index }
      if self[index] == self[position] || self[index] == UInt8(ascii: "\n") { return nil }
    }
    return nil
  }

  /// Where what a script says of the looks of a text ends (`{\i1}`), which begins at `position`; nil for none.
  func endOfOverride(at position: Int) -> Int? {
    guard begins(with: "{\\", at: position) else { return nil }
    let end = self.position(of: UInt8(ascii: "}"), in: position..<Swift.min(count, position + 4096))
    return end < count && self[end] == UInt8(ascii: "}") ? end + 1 : nil
  }

  /// Whether nothing but a time stands there: `00:01.500`.
  fileprivate var isTime: Bool {
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "."): continue
      default: return false
      }
    }
    return !isEmpty
  }
}
