/// What is known of a person, to find all data on them.
package struct SubjectCard: Hashable, Sendable {
  /// A name that the person has or had.
  package struct Name: Hashable, Sendable {
    /// First names, the one that is used first: `Jan`, `Pieter`.
    package var first: [String] = []
    /// Capitals without marks: `JP`; made of the first names where it is empty.
    package var initials = ""
    /// `de`, `van der`; empty for none.
    package var prefix = ""
    package var surname = ""
    /// The surname of the partner with its prefix, which may stand before or behind the own one.
    package var partner = ""
    /// A name of before: it is sought too.
    package var isFormer = false

    package init() {}
  }

  /// Where the person lives or lived.
  package struct Address: Hashable, Sendable {
    package var street = ""
    /// With its addition: `12 A`.
    package var houseNumber = ""
    package var postcode = ""
    package var town = ""
    /// As written in the card, such as `2019-03`; empty where it is open.
    package var from = ""
    package var until = ""

    package init() {}
  }

  /// A number that an organisation gives: client, member, patient, employee.
  package struct Number: Hashable, Sendable {
    /// What it is called: `client`, `patiënt`.
    package var label = ""
    package var number = ""

    package init(label: String = "", number: String = "") {
      self.label = label
      self.number = number
    }
  }

  /// A name for the card in reports that betrays nobody: `A`, `subject-1`; never a name of the person.
  package var reference = ""
  /// The case that it is searched for; empty for none.
  package var caseReference = ""
  package var names: [Name] = []
  /// 9 digits.
  package var bsns: [String] = []
  package var birthDate: CalendarDay?
  package var addresses: [Address] = []
  package var emails: [String] = []
  package var phones: [String] = []
  package var ibans: [String] = []
  package var numbers: [Number] = []
  package var licencePlates: [String] = []
  /// Free texts.
  package var terms: [String] = []

  package init() {}

  /// A day in the calendar.
  package struct CalendarDay: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }
}
