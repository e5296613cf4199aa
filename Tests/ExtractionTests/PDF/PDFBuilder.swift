/// Builds small PDF files object by object, as the standard describes them.
struct PDFBuilder {
  /// The objects from number 1 on.
  private var objects: [[UInt8]] = []
  private var trailer = ""

  /// A file with one page, which has the fonts `F1` (Helvetica in WinAnsiEncoding) and those in `fonts`.
  static func page(
    _ content: String, fonts: String = "", page: String = "", catalog: String = "",
    trailer: String = "", others: [[UInt8]] = []
  ) -> [UInt8] {
    var builder = PDFBuilder()
    builder.trailer = trailer
    builder.add("<</Type/Catalog/Pages 2 0 R \(catalog)>>")
    builder.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
    builder.add(
      """
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R \(page)
      /Resources<</Font<</F1 5 0 R \(fonts)>>/XObject<</X1 6 0 R>>>>>>
      """)
    builder.addStream(Array(content.utf8))
    builder.add(
      """
      <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>
      """)
    for other in others { builder.objects.append(other) }
    return builder.file
  }

  /// A file with a page for each content, with the font `F1`.
  static func pages(_ contents: [String]) -> [UInt8] {
    var builder = PDFBuilder()
    builder.add("<</Type/Catalog/Pages 2 0 R>>")
    let pages = contents.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    builder.add("<</Type/Pages/Kids[\(pages)]/Count \(contents.count)>>")
    builder.add(
      """
      <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>
      """)
    for (index, content) in contents.enumerated() {
      builder.add(
        """
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents \(5 + 2 * index) 0 R
        /Resources<</Font<</F1 3 0 R>>>>>>
        """)
      builder.addStream(Array(content.utf8))
    }
    return builder.file
  }

  /// The bytes of a stream object.
  static func stream(_ bytes: [UInt8], _ entries: String = "") -> [UInt8] {
    Array("<</Length \(bytes.count) \(entries)>>\nstream\n".utf8) + bytes
      + Array("\nendstream".utf8)
  }

  static func stream(_ text: String, _ entries: String = "") -> [UInt8] {
    stream(Array(text.utf8), entries)
  }

  /// `file` with newer versions of some of its objects appended, and a table of those.
  static func update(_ file: [UInt8], _ objects: [Int: [UInt8]]) -> [UInt8] {
    var updated = file + [0x0A]
    var table = "xref\n0 1\n0000000000 65535 f \n"
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      table += "\(number) 1\n\(padded(updated.count)) 00000 n \n"
      updated += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let text = String(decoding: file, as: UTF8.self)
    let last = text.split(separator: "\n").suffix(2).first ?? ""
    let trailer =
      "trailer\n<</Size 20/Root 1 0 R/Prev \(last)>>\nstartxref\n\(updated.count)\n%%EOF"
    return updated + Array((table + trailer).utf8)
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: 10 - digits.count) + digits
  }

  private mutating func add(_ object: String) { objects.append(Array(object.utf8)) }
  private mutating func addStream(_ bytes: [UInt8]) { objects.append(Self.stream(bytes)) }

  private var file: [UInt8] {
    var file = Array("%PDF-1.7\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      file += Array("\(Self.padded(offset)) 00000 n \n".utf8)
    }
    file += Array(
      "trailer\n<</Size \(objects.count + 1)/Root 1 0 R \(trailer)>>\nstartxref\n\(start)\n%%EOF"
        .utf8)
    return file
  }
}
