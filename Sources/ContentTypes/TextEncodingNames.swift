extension TextEncoding {
  /// The encoding that a text says it is in by the name in `range`; nil for a name that is not known.
  ///
  /// Only letters and digits of the name count. ASCII and ISO 8859-1 are read as Windows-1252.
  ///
  /// Source: WHATWG Encoding, names and labels; IANA character sets.
  package static func named(_ text: Span<UInt8>, _ range: Range<Int>) -> TextEncoding? {
    var name = ""
    for index in range where text[index].isLetter || text[index].isDigit {
      name.unicodeScalars.append(Unicode.Scalar(text[index].inSmall))
      if name.utf8.count > 24 { return nil }
    }
    if let encoding = byName[name] { return encoding }
    // Names of code pages: `cp1251`, `windows-31j`, `x-cp-437`, `ibm00858`.
    for prefix in ["xcp", "cp", "windows", "ibm", "dos", "ms", "x"] where name.hasPrefix(prefix) {
      guard let codePage = Int(name.dropFirst(prefix.count)) else { continue }
      return codePage == 1252 ? .windows1252 : CharsetID(codePage: codePage).map { .declared($0) }
    }
    return nil
  }

  private static let byName: [String: TextEncoding] = {
    var names: [String: TextEncoding] = [:]
    for (encoding, labels) in labels {
      for label in labels.split(separator: " ") { names[String(label)] = encoding }
    }
    return names
  }()

  private static let labels: [(TextEncoding, String)] = [
    (.utf8, "utf8 unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4 utf8mb3 cp65001"),
    (
      .windows1252,
      "ansix341968 ascii cp1252 cp819 csisolatin1 ibm819 iso88591 isoir100 iso885911987 l1 latin1 "
        + "usascii us windows1252 xcp1252 ansi iso646us isolatin1"
    ),
    (.utf16LE, "utf16le utf16 ucs2 iso10646ucs2 csunicode unicode unicodefeff"),
    (.utf16BE, "utf16be unicodefffe"),
    (.utf32LE, "utf32le utf32 ucs4"),
    (.utf32BE, "utf32be"),
    (.declared(.iso8859Part2), "csisolatin2 iso88592 isoir101 l2 latin2 iso885921987"),
    (.declared(.iso8859Part3), "csisolatin3 iso88593 isoir109 l3 latin3 iso885931988"),
    (.declared(.iso8859Part4), "csisolatin4 iso88594 isoir110 l4 latin4 iso885941988"),
    (
      .declared(.iso8859Part5), "csisolatincyrillic cyrillic iso88595 isoir144 iso885951988"
    ),
    (
      .declared(.iso8859Part6),
      "arabic asmo708 csisolatinarabic ecma114 iso88596 isoir127 iso88596e iso88596i iso885961987"
    ),
    (
      .declared(.iso8859Part7),
      "csisolatingreek ecma118 elot928 greek greek8 iso88597 isoir126 sungreek iso885971987"
    ),
    (
      .declared(.iso8859Part8),
      "csisolatinhebrew hebrew iso88598 isoir138 visual iso88598e iso88598i logical iso885981988"
    ),
    (
      .declared(.iso8859Part9),
      "csisolatin5 iso88599 isoir148 l5 latin5 cp1254 windows1254 iso885991989"
    ),
    (.declared(.iso8859Part10), "csisolatin6 iso885910 isoir157 l6 latin6"),
    (.declared(.windows874), "iso885911 tis620 dos874"),
    (.declared(.iso8859Part13), "iso885913 latin7"),
    (.declared(.iso8859Part14), "iso885914 latin8"),
    (.declared(.iso8859Part15), "csisolatin9 iso885915 l9 latin9 latin0"),
    (.declared(.iso8859Part16), "iso885916 latin10"),
    (.declared(.koi8R), "cskoi8r koi koi8 koi8r"),
    (.declared(.koi8U), "koi8u koi8ru"),
    (.declared(.macintosh), "macintosh mac csmacintosh xmacroman macroman"),
    (.declared(.macCyrillic), "xmaccyrillic xmacukrainian maccyrillic"),
    (.declared(.macCentralEurope), "xmacce xmaccentraleurope maclatin2"),
    (.declared(.macGreek), "xmacgreek macgreek"),
    (.declared(.macTurkish), "xmacturkish macturkish"),
    (
      .declared(.shiftJIS), "csshiftjis ms932 mskanji shiftjis sjis windows31j xsjis cswindows31j"
    ),
    (.declared(.eucJP), "cseucpkdfmtjapanese eucjp xeucjp eucjpms ujis"),
    (
      .declared(.iso2022JP),
      "csiso2022jp iso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jpms jis jis7"
    ),
    (
      .declared(.gb18030),
      "gb18030 gbk chinese csgb2312 csiso58gb231280 gb2312 gb231280 isoir58 xgbk euccn xeuccn"
    ),
    (.declared(.big5), "big5 big5hkscs cnbig5 csbig5 xxbig5 big5eten euctw"),
    (
      .declared(.eucKR),
      "cseuckr csksc56011987 euckr isoir149 korean ksc5601 ksc56011987 ksc56011989 uhc "
        + "windows949 ksx1001"
    ),
    (.declared(.iso2022KR), "csiso2022kr iso2022kr"),
    (.declared(.johab), "johab"),
    (.declared(.utf7), "utf7 unicode11utf7 csunicode11utf7 xunicode20utf7"),
  ]
}
