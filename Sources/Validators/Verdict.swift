/// What a validator says of a candidate.
package enum Verdict: Hashable, Sendable {
  /// The candidate obeys every rule of the number.
  case valid(Notes)
  case invalid(Reason)

  /// The first rule that a candidate breaks.
  package enum Reason: Hashable, Sendable {
    /// Too few or too many characters.
    case length
    /// A character that the number cannot hold.
    case character
    /// The arithmetic fails.
    case checkDigit
    /// Of the right shape, but never issued, or not on the calendar.
    case range
    /// The parts are not those of the number: an unknown country, area code, plate or layout.
    case structure
  }

  /// What is worth knowing of a valid value; evidence weighs it.
  package struct Notes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// From a range or a list that is issued for tests and specimens.
    package static let testRange = Notes(rawValue: 1 << 0)
    /// Leading zeros are missing, as after a spreadsheet: without a label this is weak.
    package static let lostZero = Notes(rawValue: 1 << 1)
    /// Nine digits in it may be a BSN; arithmetic cannot tell.
    package static let mayHoldBSN = Notes(rawValue: 1 << 2)
    /// A mailbox of a function, not of a person.
    package static let functionalAddress = Notes(rawValue: 1 << 3)
    /// A network address that is not reachable from the internet.
    package static let notPublicAddress = Notes(rawValue: 1 << 4)
    /// The code of a Dutch bank is not a known one.
    package static let unknownBank = Notes(rawValue: 1 << 5)
    /// Of an organisation rather than a person.
    package static let organisation = Notes(rawValue: 1 << 6)
    /// This form of the number has no check digit, though others have.
    package static let formOnly = Notes(rawValue: 1 << 7)
  }

  package var isValid: Bool {
    switch self {
    case .valid: true
    case .invalid: false
    }
  }

  /// The notes of a valid value; none for others.
  package var notes: Notes {
    switch self {
    case .valid(let notes): notes
    case .invalid: []
    }
  }
}
