internal import Glibc
internal import ScanModel

/// The names of the users that files belong to, each asked for once.
struct AccountNames {
  private var names: [UInt32: String] = [:]

  /// The name of the owner, or his number where the machine knows no name; nil without facts.
  mutating func owner(of facts: FileFacts?) -> String? {
    guard let number = facts?.userID else { return nil }
    if let name = names[number] { return name }
    let name = getpwuid(number).map { String(cString: $0.pointee.pw_name) } ?? String(number)
    names[number] = name
    return name
  }
}
