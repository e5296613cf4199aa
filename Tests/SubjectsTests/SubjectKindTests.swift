import Subjects
import Testing

@Suite struct SubjectKindTests {
  @Test(arguments: SubjectAttribute.allCases)
  func `the id of a kind leads back to it`(attribute: SubjectAttribute) {
    let kind = SubjectKind(card: 12, attribute: attribute)
    #expect(SubjectKind(id: kind.id) == kind)
  }

  @Test(arguments: ["bsn", "subject/", "subject/1", "subject/x/bsn", "subject/1/bsn/2"])
  func `kinds of the catalog belong to no card`(id: String) {
    #expect(SubjectKind(id: id) == nil)
  }
}
