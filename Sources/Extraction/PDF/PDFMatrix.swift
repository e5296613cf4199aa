/// A transformation of coordinates.
struct PDFMatrix {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// The transformation by `self` and then by `other`.
  @inline(__always)
  func followed(by other: PDFMatrix) -> PDFMatrix {
    PDFMatrix(
      a: a * other.a + b * other.c, b: a * other.b + b * other.d,
      c: c * other.a + d * other.c, d: c * other.b + d * other.d,
      e: e * other.a + f * other.c + other.e, f: e * other.b + f * other.d + other.f)
  }

  @inline(__always)
  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (x * a + y * c + e, x * b + y * d + f)
  }

  /// How many times larger areas become.
  var area: Double { abs(a * d - b * c) }
}

extension PDFFile {
  /// The transformation in an array of six numbers; none in anything else.
  func matrix(_ object: Object) -> PDFMatrix {
    let numbers = numbers(object, upTo: 6)
    guard numbers.count == 6 else { return PDFMatrix() }
    return PDFMatrix(
      a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }

  /// The numbers of an array, `limit` at most.
  func numbers(_ object: Object, upTo limit: Int) -> [Double] {
    var numbers: [Double] = []
    for index in 0..<min(limit, count(of: object)) {
      numbers.append(number(item(index, of: object)) ?? 0)
    }
    return numbers
  }
}
