/// What a byte is in the syntax of PDF.
enum PDFByteClass: UInt8 {
  case regular, number, space, delimiter

  @inline(__always)
  static func of(_ byte: UInt8) -> PDFByteClass {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      .number
    case 0x20, 0x0A, 0x0D, 0x09, 0x0C, 0x00: .space
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      .delimiter
    default: .regular
    }
  }
}
