import Testing

@testable import Extraction

@Suite struct CellNumberTests {
  @Test(arguments: [
    ("123456782", "123456782"), ("1.23456782E8", "123456782"), ("1.5E3", "1500"),
    ("0.30000000000000004", "0.3"), ("26.449999999999999", "26.45"), ("-1.50", "-1.50"),
    ("9007199254740991", "9007199254740991"), ("12.0", "12.0"), ("1E-3", "0.001"),
    ("-0.0000000001E10", "-1"), ("4.9999999999999996E-2", "0.05"),
    ("99999999999999.99", "99999999999999.99"), ("38.700000000000003", "38.7"),
    ("0.58333333333333337", "0.5833333333333334"),
    ("5.8333333333333337E-2", "0.058333333333333334"),
  ])
  func `writes numbers without exponents and noise`(raw: String, shown: String) {
    #expect(Self.text(raw, .general) == shown)
  }

  @Test(arguments: ["", "E5", "1E", "1E99999", "abc", "--1", "1.2.3", "1E+300"])
  func `leaves alone what is no number of a size that is written out`(raw: String) {
    #expect(Self.text(raw, .general) == raw)
  }

  @Test(arguments: [
    ("000000000", "99990019", "099990019"), (#"000\-00\-0000"#, "123456782", "123-45-6782"),
    ("0000000000", "612345678", "0612345678"), (#""06"\-00000000"#, "12345678", "06-12345678"),
    ("00", "123", "123"), ("000000000;[Red]-0", "1.2E1", "000000012"),
    ("#,##0.00", "1234.5", "1234.5"), ("0.00E+00", "12", "12"), ("General", "12", "12"),
    (#"[$€-413]\ 0000"#, "12", "12"), ("@", "0612", "0612"),
  ])
  func `fills numbers up with zeros as the format says`(code: String, raw: String, shown: String) {
    #expect(Self.text(raw, CellFormat(code: Array(code.utf8))) == shown)
  }

  // Expected values: LibreOffice Calc and openpyxl.utils.datetime.
  @Test(arguments: [
    ("dd/mm/yyyy", "29280", "29-02-1980"), (#"[$-413]d\ mmmm\ yyyy"#, "1", "01-01-1900"),
    ("yyyy-mm-dd", "60", "29-02-1900"), ("d-m-yy", "61", "01-03-1900"),
    ("dd-mm-yyyy hh:mm", "45292.75", "01-01-2024 18:00"), ("hh:mm:ss", "0.5", "12:00"),
    ("[h]:mm", "1.25", "30:00"), ("mm:ss.0", "0.00045675", "00:00:39.463000"),
    ("[h]:mm:ss", "1234.5678", "29629:37:37.920000"),
    ("dd-mm-yyyy hh:mm", "45291.99999999999", "01-01-2024 00:00"),
    ("mmm", "45292", "01-01-2024"),
    ("dd-mm-yyyy", "2958465", "31-12-9999"), ("dd-mm-yyyy", "-1", "29-12-1899"),
    ("dd-mm-yyyy", "-1234.5678", "12-08-1896"), ("dd-mm-yyyy", "-109206", "-109206"),
    ("hh:mm", "-0.5", "-0.5"),
    ("dd-mm-yyyy", "2958466", "2958466"),
  ])
  func `writes dates with day, month and year`(code: String, raw: String, shown: String) {
    #expect(Self.text(raw, CellFormat(code: Array(code.utf8))) == shown)
  }

  @Test func `counts days from 1904 where the workbook does`() {
    let numbers = CellNumber(isFrom1904: true)
    let text = numbers.text(of: Array("27818".utf8).span, .date)
    #expect(text == Array("29-02-1980".utf8))
  }

  // Expected values: LibreOffice Calc with the format General in a wide column (15 digits), and the
  // repr of Python for what a number is; openpyxl.utils.datetime for times.
  @Test(arguments: [
    ("0.30000000000000004", "General", "0.30000000000000004"),
    ("4.9999999999999996E-2", "#,##0.00", "0.049999999999999996"),
    ("0.58333333333333337", "General", "0.583333333333333"),
    ("1234.56789", "dd-mm-yyyy", "13:37:45.696000 = 1234.56789"),
    ("45292.75", "d mmmm yyyy", "18:00 = 45292.75"), ("29280", "dd-mm-yyyy", "= 29280"),
    ("45292.123456789012345", "dd-mm-yyyy hh:mm", "= 45292.12345678901"),
    ("1.23456789E-5", "0.00E+00", "1.23456789E-05"),
    ("-0.000000000000500044450291171", "General", "-5.00044450291171E-13"),
    ("-0.58333333333333337", "hh:mm", "-0.583333333333333"),
    ("-1234.5678", "dd-mm-yyyy", "10:22:22.080000 = -1234.5678"),
  ])
  func `offers what is written, or what is shown, where the digits of the other are not those`(
    raw: String, code: String, other: String
  ) {
    #expect(Self.otherText(raw, CellFormat(code: Array(code.utf8))) == other)
  }

  @Test(arguments: [
    ("123456782", #"000\-00\-0000"#), ("123456782", "General"), ("99990019", "000000000"),
    ("123456782", "0000000000"), ("38.700000000000003", "General"),
    ("1.23456782E8", "General"), ("26.45", "0.00"), ("1E-5", "General"),
    ("12345678", #""06"\-00000000"#), ("12345678901234567", "General"), ("1E300", "General"),
    ("2958466", "dd-mm-yyyy"), ("0.001234567", "General"),
  ])
  func `offers a number once where zeros, marks, a point or an exponent make the difference`(
    raw: String, code: String
  ) {
    #expect(Self.otherText(raw, CellFormat(code: Array(code.utf8))) == nil)
  }

  private static func otherText(_ raw: String, _ format: CellFormat) -> String? {
    let numbers = CellNumber()
    guard let number = CellDecimal(Array(raw.utf8).span) else { return nil }
    let shown = numbers.text(of: number, format) ?? Array(raw.utf8)
    return numbers.otherText(of: number, shown: shown, format)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func text(_ raw: String, _ format: CellFormat) -> String {
    let bytes = Array(raw.utf8)
    return String(decoding: CellNumber().text(of: bytes.span, format) ?? bytes, as: UTF8.self)
  }
}
