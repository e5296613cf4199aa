import ContentTypes
import ScanModel

/// The text of a page of XPS, put together by where its pieces stand, as that of a PDF is.
struct XPSPage: PartContent {
  private var text = PDFPageText()
  private var links = SideTexts()
  /// The transformations of the canvases that are open, each with those around it.
  private var transforms = [PDFMatrix()]
  private var glyphs: XPSGlyphs?
  private var isInTransform = false

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    switch element.name {
    case .canvas: push(PDFMatrix(xps: element.value(of: .renderTransform, in: bytes) ?? []))
    case .glyphs: glyphs = XPSGlyphs(element, in: bytes)
    case .canvasTransform, .glyphsTransform: isInTransform = true
    case .matrixTransform where isInTransform:
      transform(by: PDFMatrix(xps: element.value(of: .matrix, in: bytes) ?? []))
    default: break
    }
  }

  mutating func end(_ name: OfficeName) {
    switch name {
    case .canvas where transforms.count > 1: transforms.removeLast()
    case .canvasTransform, .glyphsTransform: isInTransform = false
    case .glyphs: draw()
    default: break
    }
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}

  mutating func take(_ scalar: Unicode.Scalar) {}

  /// Pushes the page as a text at `parts`, and what it links to.
  mutating func push<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    let layout = PDFPageLayout(text)
    let bytes = PDFPageWriter(layout).bytes
    if !bytes.isEmpty { sink.takeText(.running, .utf8, bytes, at: parts) }
    links.push(at: parts, into: &sink)
  }

  private mutating func push(_ transform: PDFMatrix) {
    transforms.append(transform.followed(by: transforms[transforms.count - 1]))
  }

  /// Takes a transformation that an element of its own says.
  private mutating func transform(by own: PDFMatrix) {
    if glyphs != nil {
      push(own)
      draw()
      transforms.removeLast()
    } else if transforms.count > 1 {
      transforms.removeLast()
      push(own)
    }
  }

  private mutating func draw() {
    guard let glyphs else { return }
    self.glyphs = nil
    links.addParagraph(glyphs.link, to: .links)
    guard !glyphs.text.isEmpty, glyphs.em > 0 else { return }
    let matrix = PDFMatrix(xps: glyphs.transform).followed(by: transforms[transforms.count - 1])
    let along = (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot()
    let across = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot()
    guard along > 0, across > 0 else { return }
    // Pages of XPS count downwards.
    let style = PDFTextStyle(
      direction: (matrix.a / along, -matrix.b / along), em: glyphs.em * along,
      height: glyphs.em * across)
    let start = matrix.apply(glyphs.origin.x, glyphs.origin.y)
    let end = matrix.apply(glyphs.origin.x + glyphs.advance, glyphs.origin.y)
    text.begin(at: (start.x, -start.y), style)
    text.append(glyphs.text)
    text.end(at: (end.x, -end.y))
  }
}
