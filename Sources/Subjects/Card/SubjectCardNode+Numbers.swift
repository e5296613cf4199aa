internal import ScanModel
internal import YAML

extension SubjectCardNode {
  /// The numbers that organisations give, under `numbers` and under keys of their own.
  var numbers: [SubjectCard.Number] {
    get throws(ConfigurationError) {
      var numbers: [SubjectCard.Number] = []
      for (key, label) in CardKey.ofLabels {
        for number in try mapping.values(key, CardValue.number) {
          numbers.append(SubjectCard.Number(label: label, number: number))
        }
      }
      guard let node = mapping.node(.numbers) else { return numbers }
      for item in node.sequence ?? [node] { numbers += try self.numbers(of: item) }
      return numbers
    }
  }

  /// Reads `C-20481`, `{client: C-20481, member: 88120}` or `{label: client, number: C-20481}`.
  private func numbers(of node: YAMLNode) throws(ConfigurationError) -> [SubjectCard.Number] {
    if let text = node.string?.trimmed {
      return [SubjectCard.Number(number: try checked(text, CardValue.number, node.line))]
    }
    let pairs = node.mapping ?? []
    if pairs.isEmpty || pairs.contains(where: { $0.key.isKey(of: CardKey.ofNumber) }) {
      return [try labelled(node)]
    }
    var numbers: [SubjectCard.Number] = []
    for (key, value) in pairs {
      let label = try checked(key.string?.trimmed ?? "", Self.label, key.line)
      for item in value.sequence ?? [value] {
        let number = try checked(item.string?.trimmed ?? "", CardValue.number, item.line)
        numbers.append(SubjectCard.Number(label: label, number: number))
      }
    }
    return numbers
  }

  private func labelled(_ node: YAMLNode) throws(ConfigurationError) -> SubjectCard.Number {
    let mapping = try CardMapping(node, keys: CardKey.ofNumber, mapping.place)
    guard let number = try mapping.value(.number, CardValue.number) else {
      throw mapping.place.error(
        mapping.line, CardProblem("het nummer ontbreekt", "the number is missing"))
    }
    return SubjectCard.Number(label: try mapping.value(.label, Self.label) ?? "", number: number)
  }

  private func checked(
    _ text: String, _ check: (String) throws(CardProblem) -> String, _ line: Int
  ) throws(ConfigurationError) -> String {
    do throws(CardProblem) {
      return try check(text)
    } catch {
      throw mapping.error(error, .numbers, line)
    }
  }

  private static func label(_ text: String) throws(CardProblem) -> String {
    try CardValue.bounded(text, 40)
  }
}

extension YAMLNode {
  /// Whether it is one of the keys.
  fileprivate func isKey(of keys: [CardKey]) -> Bool {
    keys.contains { key in
      ([key.name] + key.others).contains { SearchKey($0) == SearchKey(string ?? "") }
    }
  }
}
