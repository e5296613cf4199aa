/// What MAPI properties are called, and which of them say nothing of a person.
///
/// Source: [MS-OXPROPS].
enum OutlookNames {
  static let headers: [UInt32: String] = [
    0x0037: "subject", 0x0042: "from", 0x0065: "from", 0x0C1A: "sender", 0x0C1F: "sender",
    0x5D01: "sender", 0x5D02: "from", 0x0E04: "to", 0x0E03: "cc", 0x0E02: "bcc",
    0x0040: "received by",
    0x0076: "received by", 0x0044: "received for", 0x0078: "received for", 0x0050: "reply to",
    0x007D: "", 0x3001: "name", 0x3003: "email", 0x39FE: "email", 0x5FF6: "name",
  ]

  static let properties: [UInt32: String] = [
    0x3001: "name", 0x3003: "email", 0x39FE: "email", 0x3A06: "given name", 0x3A11: "surname",
    0x3A44: "middle name", 0x3A0A: "initials", 0x3A4F: "nickname", 0x3A08: "telephone",
    0x3A09: "telephone", 0x3A1A: "telephone", 0x3A1B: "telephone", 0x3A1C: "mobile telephone",
    0x3A1D: "telephone", 0x3A1E: "telephone", 0x3A1F: "telephone", 0x3A02: "telephone",
    0x3A2D: "telephone", 0x3A2E: "telephone", 0x3A2F: "telephone", 0x3A57: "telephone",
    0x3A23: "fax", 0x3A24: "fax", 0x3A25: "fax", 0x3A15: "address", 0x3A16: "company",
    0x3A17: "job title", 0x3A18: "department", 0x3A26: "country", 0x3A27: "city",
    0x3A28: "province", 0x3A29: "street", 0x3A2A: "postal code", 0x3A59: "city",
    0x3A5A: "country", 0x3A5B: "postal code", 0x3A5C: "province", 0x3A5D: "street",
    0x3A42: "date of birth", 0x3A41: "wedding anniversary", 0x3A48: "partner",
    0x3A07: "government id", 0x3A10: "employee number", 0x3A0F: "customer number",
    0x0E04: "to", 0x0E03: "cc", 0x0E02: "bcc",
  ]

  /// Bodies, which are read apart, kinds of items and addresses, and keys.
  static let technical: Set<UInt32> = [
    0x001A, 0x0064, 0x0075, 0x0077, 0x0C1E, 0x1000, 0x1009, 0x1013, 0x3002, 0x3613, 0x0E20,
    0x3703, 0x370A, 0x66C0, 0x65E0,
  ]
}
