internal import Reporting
internal import ScanModel
internal import YAML

/// A mapping of a card whose keys are all known; every error names line and key, never a value.
struct CardMapping {
  let place: CardPlace
  let line: Int
  private var found: [CardKey: (written: String, node: YAMLNode)] = [:]

  init(_ node: YAMLNode, keys: [CardKey], _ place: CardPlace) throws(ConfigurationError) {
    self.place = place
    line = node.line
    guard let pairs = node.mapping else {
      throw place.error(
        line, CardProblem("hier horen regels 'sleutel: waarde'", "lines 'key: value' belong here"))
    }
    for (keyNode, value) in pairs {
      let typed = SearchKey(keyNode.string ?? "").text
      let known = keys.lazy.flatMap { key in ([key.name] + key.others).map { (key, $0) } }
        .first { SearchKey($0.1).text == typed }
      guard let (key, written) = known else {
        throw place.error(keyNode.line, Self.unknown(keys))
      }
      if let earlier = found[key] {
        throw place.error(
          keyNode.line,
          CardProblem(
            "'\(written)' staat er al, als '\(earlier.written)'",
            "'\(written)' stands there already, as '\(earlier.written)'"))
      }
      found[key] = (written, value)
    }
  }

  /// What stands behind a key; nil for nothing, `~` and `null`.
  func node(_ key: CardKey) -> YAMLNode? {
    guard let node = found[key]?.node else { return nil }
    if let text = node.string, ["", "~", "null"].contains(text.trimmed) { return nil }
    return node
  }

  /// One text; nil where there is none.
  func text(_ key: CardKey) throws(ConfigurationError) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.string else {
      throw error(CardProblem("hier hoort één tekst", "one text belongs here"), key, node.line)
    }
    return text.trimmed
  }

  /// The texts of a list, or the only one, each checked.
  func values<Value>(
    _ key: CardKey, _ check: (String) throws(CardProblem) -> Value
  ) throws(ConfigurationError) -> [Value] {
    guard let node = node(key) else { return [] }
    var values: [Value] = []
    for item in node.sequence ?? [node] {
      guard let text = item.string?.trimmed, !text.isEmpty else {
        throw error(CardProblem("hier hoort een tekst", "a text belongs here"), key, item.line)
      }
      do throws(CardProblem) {
        values.append(try check(text))
      } catch {
        throw self.error(error, key, item.line)
      }
    }
    return values
  }

  /// One text that was checked; nil where there is none.
  func value<Value>(
    _ key: CardKey, _ check: (String) throws(CardProblem) -> Value
  ) throws(ConfigurationError) -> Value? {
    guard let text = try text(key) else { return nil }
    do throws(CardProblem) {
      return try check(text)
    } catch {
      throw self.error(error, key)
    }
  }

  /// Names the key as it is written in the file.
  func error(_ problem: CardProblem, _ key: CardKey, _ line: Int? = nil) -> ConfigurationError {
    let name = found[key]?.written ?? key.name
    return place.error(
      line ?? found[key]?.node.line ?? self.line,
      CardProblem("'\(name)': \(problem.dutch)", "'\(name)': \(problem.english)"))
  }

  private static func unknown(_ keys: [CardKey]) -> CardProblem {
    let list = keys.map(\.name).joined(separator: ", ")
    return CardProblem(
      "onbekende sleutel; bekend zijn \(list), of hun Nederlandse namen",
      "unknown key; known are \(list), or their Dutch names")
  }
}

/// The file that is read, and the language of what is said about it.
struct CardPlace {
  let file: String
  let language: ReportLanguage

  func error(_ line: Int?, _ problem: CardProblem) -> ConfigurationError {
    ConfigurationError(file: file, line: line, problem: problem.text(in: language))
  }
}

extension String {
  /// Without white space at its ends, with one space for each run of it.
  var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
