/// A character set beside UTF-8, UTF-16, UTF-32 and Windows-1252 that texts say they are written in.
package enum CharsetID: Hashable, Sendable, CaseIterable {
  // One byte for each character.
  case iso8859Part2, iso8859Part3, iso8859Part4, iso8859Part5, iso8859Part6, iso8859Part7
  case iso8859Part8, iso8859Part9, iso8859Part10, iso8859Part13, iso8859Part14, iso8859Part15
  case iso8859Part16
  case windows874, windows1250, windows1251, windows1253, windows1255, windows1256, windows1257
  case windows1258
  case ibm437, ibm720, ibm737, ibm775, ibm850, ibm852, ibm855, ibm857, ibm858, ibm862, ibm866
  case koi8R, koi8U, macintosh, macCyrillic, macCentralEurope, macGreek, macTurkish
  // More bytes for some.
  case shiftJIS, eucJP, iso2022JP, gb18030, big5, eucKR, iso2022KR, johab, utf7

  /// Whether shifts and escapes in ASCII say what the bytes behind them mean.
  package var isStateful: Bool {
    switch self {
    case .iso2022JP, .iso2022KR, .utf7: true
    default: false
    }
  }

  /// The character set of a code page of Windows; nil where it is none of these.
  package init?(codePage: Int) {
    switch codePage {
    case 437: self = .ibm437
    case 720: self = .ibm720
    case 737: self = .ibm737
    case 775: self = .ibm775
    case 850: self = .ibm850
    case 852: self = .ibm852
    case 855: self = .ibm855
    case 857: self = .ibm857
    case 858: self = .ibm858
    case 862: self = .ibm862
    case 866: self = .ibm866
    case 874: self = .windows874
    case 932: self = .shiftJIS
    case 936, 20936, 54936: self = .gb18030
    case 949, 51949: self = .eucKR
    case 950: self = .big5
    case 1250: self = .windows1250
    case 1251: self = .windows1251
    case 1253: self = .windows1253
    case 1254, 28599: self = .iso8859Part9
    case 1255: self = .windows1255
    case 1256: self = .windows1256
    case 1257: self = .windows1257
    case 1258: self = .windows1258
    case 1361: self = .johab
    case 10000: self = .macintosh
    case 10006: self = .macGreek
    case 10007: self = .macCyrillic
    case 10029: self = .macCentralEurope
    case 10081: self = .macTurkish
    case 20866: self = .koi8R
    case 20932, 51932: self = .eucJP
    case 21866: self = .koi8U
    case 28592: self = .iso8859Part2
    case 28593: self = .iso8859Part3
    case 28594: self = .iso8859Part4
    case 28595: self = .iso8859Part5
    case 28596: self = .iso8859Part6
    case 28597: self = .iso8859Part7
    case 28598, 38598: self = .iso8859Part8
    case 28603: self = .iso8859Part13
    case 28605: self = .iso8859Part15
    case 50220, 50221, 50222: self = .iso2022JP
    case 50225: self = .iso2022KR
    case 65000: self = .utf7
    default: return nil
    }
  }
}
