/// What stands before a surname: the first name, or initials.
struct GivenNames {
  /// The first name, all initials, the first initial; those that there are.
  let main: [String]
  /// Ways that are used less: all first names, the second one alone.
  let others: [String]

  init(_ name: SubjectCard.Name) {
    let groups = Self.initials(name)
    var main: [String] = []
    if let first = name.first.first { main.append(first) }
    if !groups.isEmpty { main.append(Self.dotted(groups)) }
    if groups.count > 1 { main.append(Self.dotted([groups[0]])) }
    self.main = main
    var others: [String] = []
    if name.first.count > 1 {
      others.append(name.first.joined(separator: " "))
      others.append(name.first[1])
      if name.first.count > 2 { others.append(name.first[1...].joined(separator: " ")) }
    }
    self.others = others
  }

  /// `J`, `P` of `JP`; `Th`, `A` of `ThA`; the letters that first names begin with where none are given.
  static func initials(_ name: SubjectCard.Name) -> [String] {
    guard name.initials.isEmpty else {
      return name.initials.reduce(into: []) { groups, letter in
        if groups.isEmpty || letter.isUppercase {
          groups.append(String(letter))
        } else {
          groups[groups.count - 1].append(letter)
        }
      }
    }
    return name.first.flatMap { $0.split { $0 == "-" || $0 == " " } }.compactMap(\.first)
      .map { $0.uppercased() }
  }

  private static func dotted(_ groups: [String]) -> String {
    groups.map { "\($0)." }.joined()
  }
}
