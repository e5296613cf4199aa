internal import Glibc

/// The names of the users of a machine.
struct FileOwner {
  private var names: [UInt32: String] = [:]

  /// The name of a user, or the number of one without a name.
  mutating func name(of userID: UInt32) -> String {
    if let name = names[userID] { return name }
    let name = getpwuid(userID).map { String(cString: $0.pointee.pw_name) } ?? String(userID)
    names[userID] = name
    return name
  }
}
