/// What a field of an HL7 message holds, as far as it tells of people.
enum HL7Content {
  /// A name: surname, given name, further names, suffix, title.
  case name
  /// A number and the name of who bears it.
  case person
  /// A number and who gave it out.
  case number
  /// As a number, of a patient where nothing else is told of it.
  case patientNumber
  case address
  case telephone
  case birthDate
  case gender
  case bsn
  case policyNumber
  /// A number of a message or order.
  case reference
  case drivingLicence
  /// The type of the value of an observation, its name, and that value.
  case observationType, observationName, observation
}

extension HL7Content {
  /// What the fields of each segment hold, by their numbers.
  ///
  /// Source: HL7 2.2 to 2.7, the types XPN, PN, XCN, CN, CX, CK, XAD, AD, XTN, TN and EI of fields, and
  /// the fields of birth dates, gender and SSN.
  private static let fields: [String: [(content: HL7Content, numbers: [Int])]] = [
    "MSH": [(.reference, [10])],
    "BHS": [(.reference, [11])],
    "FHS": [(.reference, [11])],
    "PID": [
      (.patientNumber, [2, 3, 4]), (.number, [18, 21]), (.name, [5, 6, 9]), (.birthDate, [7]),
      (.gender, [8]), (.address, [11]), (.telephone, [13, 14, 40]), (.bsn, [19]),
      (.drivingLicence, [20]),
    ],
    "PD1": [(.person, [4])],
    "NK1": [
      (.name, [2, 26, 30]), (.address, [4, 32]), (.telephone, [5, 6, 31, 40, 41]), (.gender, [15]),
      (.birthDate, [16]), (.number, [12, 33]), (.bsn, [37]),
    ],
    "MRG": [(.patientNumber, [1, 2, 4]), (.number, [3, 5, 6]), (.name, [7])],
    "PV1": [(.person, [7, 8, 9, 17, 52]), (.number, [5, 19, 50, 54])],
    "PV2": [(.person, [13])],
    "GT1": [
      (.number, [2, 19, 29]), (.name, [3, 4, 16, 42, 45]), (.address, [5, 17]),
      (.telephone, [6, 7, 18, 46]), (.birthDate, [8]), (.gender, [9]), (.bsn, [12]),
    ],
    "IN1": [
      (.number, [3, 10, 49, 54]), (.address, [5, 19, 44]), (.name, [6, 16]), (.telephone, [7]),
      (.birthDate, [18]), (.person, [30]), (.policyNumber, [36]), (.gender, [43]),
    ],
    "IN2": [
      (.number, [1, 25, 26, 61]), (.bsn, [2]), (.person, [3]), (.name, [7, 9, 22, 40, 49, 52]),
      (.telephone, [50, 53, 58, 63, 64]),
    ],
    "IN3": [(.number, [2]), (.person, [3, 8, 14, 25]), (.telephone, [16, 19])],
    "STF": [
      (.number, [2]), (.drivingLicence, [22]), (.name, [3]), (.gender, [5]), (.birthDate, [6]),
      (.telephone, [10]),
      (.address, [11]),
    ],
    "PRD": [(.name, [2]), (.address, [3, 11]), (.telephone, [5, 13]), (.number, [7])],
    "CTD": [(.name, [2]), (.address, [3]), (.telephone, [5]), (.number, [7])],
    "ROL": [(.reference, [1]), (.person, [4]), (.address, [11]), (.telephone, [12])],
    "PRT": [(.reference, [1]), (.person, [5]), (.address, [14]), (.telephone, [15])],
    "EVN": [(.person, [5])],
    "ORC": [
      (.reference, [2, 3, 4, 8]), (.person, [10, 11, 12, 19]), (.telephone, [14, 23]),
      (.address, [22, 24]),
    ],
    "OBR": [
      (.reference, [2, 3, 29]), (.person, [10, 16, 28, 32, 33, 34, 35]), (.telephone, [17]),
    ],
    "OBX": [
      (.observationType, [2]), (.observationName, [3]), (.observation, [5]), (.person, [16, 25]),
      (.address, [24]),
    ],
    "NTE": [(.person, [5])],
    "TXA": [(.person, [5, 9, 10, 11, 22, 23]), (.reference, [12, 13, 14, 15])],
    "SCH": [
      (.reference, [1, 2]), (.person, [12, 16, 20]), (.telephone, [13, 17, 21]),
      (.address, [14, 18]),
    ],
    "ARQ": [
      (.reference, [1, 2]), (.person, [15, 19]), (.telephone, [16, 20]), (.address, [17]),
    ],
    "AIP": [(.person, [3])],
    "DG1": [(.person, [16])],
    "PR1": [(.person, [8, 11, 12])],
    "RXO": [(.person, [14, 15]), (.address, [33, 35]), (.telephone, [36])],
    "RXE": [(.person, [13, 14]), (.address, [41, 43]), (.telephone, [45])],
    "RXD": [(.person, [10]), (.address, [31]), (.telephone, [34])],
    "RXA": [(.person, [10]), (.address, [28])],
    "FT1": [(.person, [20, 21, 24])],
    "REL": [(.person, [7]), (.address, [9]), (.telephone, [10])],
    "ACC": [(.person, [7]), (.address, [11])],
    "IAM": [(.name, [14]), (.person, [18, 21, 23, 25])],
    "CON": [(.name, [24])],
    "QRD": [(.person, [8])],
    "PES": [(.person, [2]), (.address, [3]), (.telephone, [4])],
    "PEO": [(.address, [7, 20]), (.name, [19]), (.telephone, [21])],
  ]

  /// The longest number of a field that is known.
  private static let fieldCount = 64

  /// The contents of the fields of each segment, by its name and the number of the field.
  private static let known: [String: [HL7Content?]] = fields.mapValues { contents in
    var known: [HL7Content?] = Array(repeating: nil, count: fieldCount + 1)
    for (content, numbers) in contents {
      for number in numbers { known[number] = content }
    }
    return known
  }

  /// What the fields of a segment hold, by their numbers; empty where nothing is known of it.
  static func fields(of segment: String) -> [HL7Content?] { known[segment] ?? [] }

  /// What an observation of a type holds; nil for text and all else.
  static func ofType(_ type: String) -> HL7Content? {
    switch type {
    case "PN", "XPN": .name
    case "CN", "XCN": .person
    case "CK", "CX": .number
    case "AD", "XAD": .address
    case "TN", "XTN": .telephone
    default: nil
    }
  }
}
