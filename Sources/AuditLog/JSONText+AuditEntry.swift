package import Reporting

extension JSONText {
  /// What an entry says, as it stands in the log and in lists of it.
  package mutating func members(of entry: AuditEntry) {
    member("time", Timestamp(entry.time).iso8601)
    member("who", entry.author)
    member("action", entry.action)
    member("case", entry.caseReference)
    member("reason", entry.reason)
    array("facts") { json in
      for fact in entry.facts {
        json.object { json in
          json.member("name", fact.name)
          json.member("value", fact.value)
        }
      }
    }
  }
}
