/// What gets a digest while it is read, where no memory asks for it.
package enum DigestScope: Int, Hashable, Sendable {
  case none
  /// Members in whose content or name a term was found.
  case membersWithTerms
  /// All files and members that can be read, also where no reader knows their type.
  case all
}
