/// What stands before a surname: the first name, or initials.
struct GivenNames {
  /// The first name, all initials, the first initial; those that there are.
  let main: [String]
  /// Ways that are used less: all first names, the first with the initials of the others, the second
  /// one alone, the letter of a nickname.
  let others: [String]

  init(_ name: SubjectCard.Name) {
    let groups = Self.initials(name)
    var main: [String] = []
    if let first = name.first.first { main.append(first) }
    if !groups.isEmpty { main.append(Self.dotted(groups)) }
    if groups.count > 1 { main.append(Self.dotted([groups[0]])) }
    self.main = main
    // A name in daily use that is not among the initials stands before the official ones.
    let hasNickname = groups.count < name.first.count && !name.initials.isEmpty
    var others: [String] = []
    if hasNickname, let letter = name.first.first?.first {
      others.append(Self.dotted([letter.uppercased()]))
    }
    let official = hasNickname ? Array(name.first.dropFirst()) : name.first
    if official.count > 1 { others.append(official.joined(separator: " ")) }
    if !hasNickname, official.count > 1, groups.count > 1 {
      others.append("\(official[0]) \(Self.dotted(Array(groups.dropFirst())))")
    }
    if name.first.count > 1 { others.append(name.first[1]) }
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
