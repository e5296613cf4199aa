/// What a store knows of a file from one run to another.
package struct FileHistory: Hashable, Sendable {
  /// A run that says something of the file.
  package struct Sighting: Hashable, Sendable {
    /// The name of the run.
    package let run: String
    /// When it began; seconds since 1970.
    package let time: Int64

    package init(run: String, time: Int64) {
      self.run = run
      self.time = time
    }
  }

  package let first: Sighting
  package let last: Sighting
  /// In which run the file was not there any more, or had another content.
  package let gone: Sighting?
  /// The name or number of the user that it belongs to.
  package let owner: String?
  /// When its content was changed, as the file system said; nanoseconds since 1970.
  package let modified: Int64?
  /// What stands in the store for its content; nil where that is not known.
  package let contentCode: [UInt8]?
  /// By kind, what its surest finding is called.
  package let findingIDs: [String: String]

  package init(
    first: Sighting, last: Sighting, gone: Sighting?, owner: String?, modified: Int64? = nil,
    contentCode: [UInt8]? = nil, findingIDs: [String: String] = [:]
  ) {
    self.first = first
    self.last = last
    self.gone = gone
    self.owner = owner
    self.modified = modified
    self.contentCode = contentCode
    self.findingIDs = findingIDs
  }
}
