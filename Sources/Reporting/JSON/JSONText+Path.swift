package import ScanModel

extension JSONText {
  /// `path` as text and, where that is not the whole truth, `path_b64` with the bytes.
  package mutating func path(_ path: FilePath) {
    member("path", path.lossyText)
    if path.utf8Text == nil { member("path_b64", Base64.encode(path.bytes)) }
  }

  /// The members of a file's history; none for a file without one.
  mutating func history(_ history: FileHistory?) {
    guard let history else { return }
    object("first_seen") { $0.sighting(history.first) }
    object("last_seen") { $0.sighting(history.last) }
    key("gone")
    if let gone = history.gone {
      object { $0.sighting(gone) }
    } else {
      null()
    }
    member("owner", history.owner)
  }

  private mutating func sighting(_ sighting: FileHistory.Sighting) {
    member("run", sighting.run)
    member("time", Timestamp(sighting.time).iso8601)
  }
}
