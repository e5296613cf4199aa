/// Which files get a digest where no memory asks for it.
package enum DigestScope: Sendable {
  case none
  /// Those in whose content a term was found; they are read once more for it.
  case whereTermsAreFound
  /// All that can be read, also where no reader knows their type.
  case all
}
