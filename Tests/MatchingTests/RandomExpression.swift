import TestSupport

/// Expressions over a small alphabet, with assertions around and inside, back references, and
/// repetitions of every sort.
enum RandomExpression {
  static func next(using generator: inout SplitMix64) -> String {
    behind(&generator) + beginning(&generator) + ahead(&generator)
      + (0..<Int.random(in: 0...2, using: &generator)).map { _ in ahead(&generator) }.joined()
  }

  private static func one(of choices: [String], _ generator: inout SplitMix64) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  /// What may not, or must, stand before.
  private static func behind(_ generator: inout SplitMix64) -> String {
    let assertions = [
      "", "(?<![0-9])", "(?<![0-9][.-])", "(?<![0-9][.-]|a[ ])", "(?<!a)(?<!b[ab])", "(?<=[ a])",
      "(?:(?<![0-9a])|(?<=a))", "(?<!1)(?<![0-9][-])", "(?<!ab1)",
    ]
    return one(of: assertions, &generator) + one(of: assertions, &generator)
  }

  /// The match; with a digit or a mark in it.
  private static func beginning(_ generator: inout SplitMix64) -> String {
    let leads = ["", "", "", "a", "[ab]{1,2}", "a?", "(?!12)", "(?=1|2-)", "(?![ab-])"]
    let numbers = [
      "[0-9]{2}", "[0-9]{1,3}", "[0-9]+", "(?:1|12)", "(?>1|12)", "[0-9]{1,3}+", "1(?!2[ab])",
      "(?:1(?!-)|2)", "([12])[-.]?\\1", "(?<x>[-.])1\\k<x>2", "(?:[0-9][ ]?){2,4}", "1(?:-2)*",
    ]
    return one(of: leads, &generator) + one(of: numbers, &generator)
      + one(
        of: ["", "", one(of: ["a?", "[-.]", "b*", "(?:-[0-9]{1,2})?"], &generator)], &generator)
  }

  /// What must not, or must, stand behind.
  private static func ahead(_ generator: inout SplitMix64) -> String {
    one(
      of: [
        "", "(?![0-9])", "(?![0-9a])", "(?![.-][0-9]{1,2}(?![0-9]))", "(?!-[0-9])",
        "(?!a|b[ab]|-+1)",
        "(?=[ .]?a)", "(?!(?:[.][12]){1,2}b)", "(?!(?>1|12)a)", "(?!a\\b)", "(?= (?![12]))",
        "(?!$|-1)",
        "(?=a(?!b))", "(?!1{1,90}a)", "(?!(?=1)12)", "\\b",
      ], &generator)
  }
}
