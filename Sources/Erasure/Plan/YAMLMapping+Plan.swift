internal import Reporting
internal import ScanModel
internal import YAML

extension YAMLMapping {
  /// A text, which may be empty but must be there.
  func text(_ key: String) throws(ConfigurationError) -> String {
    guard let node = node(key) else { throw error("the key '\(key)' is missing") }
    guard let text = node.string else { throw error("'\(key)' takes one text", at: key) }
    return text
  }

  /// What somebody filled in, without spaces around; empty where nobody did.
  func filled(_ key: String) -> String {
    let text = node(key)?.string ?? ""
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// One of a few words; nil for none.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(ConfigurationError) -> Choice? {
    let word = filled(key)
    if word.isEmpty, node(key)?.string != nil || node(key) == nil { return nil }
    guard let choice = Choice(rawValue: word) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("'\(key)' takes one of \(words)", at: key)
    }
    return choice
  }

  func integer(_ key: String) throws(ConfigurationError) -> Int { try number(key) }

  func number<Number: FixedWidthInteger>(_ key: String) throws(ConfigurationError) -> Number {
    guard let number = Number(try text(key)) else {
      throw error("'\(key)' takes a whole number", at: key)
    }
    return number
  }

  /// The entries of a list; none for a key that is empty.
  func list(_ key: String) throws(ConfigurationError) -> [YAMLNode] {
    guard let node = node(key) else { throw error("the key '\(key)' is missing") }
    if node.string?.isEmpty == true { return [] }
    guard let list = node.sequence else { throw error("'\(key)' takes a list", at: key) }
    return list
  }

  func texts(_ key: String) throws(ConfigurationError) -> [String] {
    var texts: [String] = []
    for node in try list(key) {
      guard let text = node.string else { throw error("'\(key)' takes texts", at: key) }
      texts.append(text)
    }
    return texts
  }

  /// `absent` is what a plan without the key says.
  func integers(
    _ key: String, default absent: [Int]? = nil
  ) throws(ConfigurationError) -> [Int] {
    if let absent, node(key) == nil { return absent }
    var numbers: [Int] = []
    for text in try texts(key) {
      guard let number = Int(text) else { throw error("'\(key)' takes whole numbers", at: key) }
      numbers.append(number)
    }
    return numbers
  }

  /// Numbers by their code.
  func counts(_ key: String) throws(ConfigurationError) -> [String: Int] {
    guard let pairs = node(key)?.mapping else {
      throw error("'\(key)' takes codes and numbers", at: key)
    }
    var counts: [String: Int] = [:]
    for (code, number) in pairs {
      guard let code = code.string, let number = number.string.flatMap({ Int($0) }) else {
        throw error("'\(key)' takes codes and numbers", at: key)
      }
      counts[code] = number
    }
    return counts
  }

  /// The path that `path` and `path_b64` tell.
  func path() throws(ConfigurationError) -> FilePath {
    let text = try string("path")
    guard node("path_b64") != nil else { return FilePath(text) }
    guard let bytes = Base64.decode(try self.text("path_b64")), !bytes.isEmpty, !bytes.contains(0)
    else { throw error("'path_b64' takes the bytes of a path in base64", at: "path_b64") }
    return FilePath(bytes)
  }
}
