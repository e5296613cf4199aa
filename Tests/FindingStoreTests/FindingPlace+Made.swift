@testable import FindingStore

extension FindingPlace {
  /// The place of a finding by the number of its examination, whatever it is called.
  static func made(examination: Int64, _ ordinal: Int = 1) -> FindingPlace {
    let code = FindingCode(digest: [], recipe: [])
    return FindingPlace(FindingID(code, ordinal: ordinal), .examination(examination))
  }
}
