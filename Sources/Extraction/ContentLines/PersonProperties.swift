extension TreeText {
  private static let jobTitle = Array("job title".utf8)

  /// The label of a property of somebody in vCards and directories, by its name in `line`.
  ///
  /// What they call `title` or `role` is what somebody does for work (RFC 6350, RFC 4519).
  mutating func labelOfPerson(_ line: Span<UInt8>, _ name: Range<Int>) -> Int32 {
    let number = names.number(of: line, name)
    guard line.isName("title", name) || line.isName("role", name) else {
      return label(TreeNames.none, number)
    }
    return label(number, names.number(of: Self.jobTitle.span, Self.jobTitle.indices))
  }
}
