import Subjects
import Testing

/// Double names of the person, with and without their prefix.
@Suite struct DoubleNameTests {
  @Test(arguments: [
    "Hof-Özdemir, A.B.", "A.B. Hof-Özdemir", "Özdemir-Hof, A.B.", "Anna Özdemir - Hof",
    "A.B. Özdemir-van 't Hof", "van 't Hof-Özdemir, A.B.",
  ])
  func `are theirs`(name: String) throws {
    for file in ["a.txt", "a.csv"] {
      let text = file == "a.txt" ? "Dossier van \(name) ligt klaar.\n" : "naam;nr\n\"\(name)\";1\n"
      let located = try LocatedText(text, named: file)
      #expect(located.verdict == .possiblyAnother)
      #expect(located.records == [[.fullName]])
    }
  }

  @Test func `are of somebody else with other initials`() throws {
    let text = "Dossier van K. Hof-Özdemir ligt klaar.\n"
    #expect(try LocatedText(text, named: "a.txt").verdict == .otherPerson)
  }
}
