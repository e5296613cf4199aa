import Glibc

/// How a metafile writes at one moment: where, in which font, and on what scale.
struct MetafileState {
  private static let alignsRight = 2
  private static let alignsCenter = 6
  private static let alignsBottom = 8
  private static let alignsBaseLine = 24

  var world = PDFMatrix()
  var font = MetafileFont()
  /// Whether text begins where the last one ended, and how it lies about its point.
  var alignment = 0
  var position = (x: 0.0, y: 0.0)
  private var mode = 1
  private var windowOrigin = (x: 0.0, y: 0.0)
  private var windowExtent = (x: 1.0, y: 1.0)
  private var viewportOrigin = (x: 0.0, y: 0.0)
  private var viewportExtent = (x: 1.0, y: 1.0)

  mutating func setMode(_ mode: Int) { self.mode = mode }
  mutating func setWindowOrigin(_ x: Int, _ y: Int) { windowOrigin = (Double(x), Double(y)) }
  mutating func setWindowExtent(_ x: Int, _ y: Int) { windowExtent = (Double(x), Double(y)) }
  mutating func setViewportOrigin(_ x: Int, _ y: Int) { viewportOrigin = (Double(x), Double(y)) }
  mutating func setViewportExtent(_ x: Int, _ y: Int) { viewportExtent = (Double(x), Double(y)) }

  /// From the units of the drawing to points of the picture.
  private var matrix: PDFMatrix {
    var page = PDFMatrix()
    if mode == 7 || mode == 8 {
      page.a = Self.ratio(viewportExtent.x, windowExtent.x)
      page.d = Self.ratio(viewportExtent.y, windowExtent.y)
    } else if mode > 1 {
      // The modes of fixed units count y upwards.
      page.d = -1
    }
    page.e = viewportOrigin.x - windowOrigin.x * page.a
    page.f = viewportOrigin.y - windowOrigin.y * page.d
    return world.followed(by: page)
  }

  private static func ratio(_ viewport: Double, _ window: Double) -> Double {
    viewport == 0 || window == 0 ? 1 : viewport / window
  }

  /// Writes `text`, in UTF-8, at a point; `advance` is how far it reaches, where that is told.
  mutating func write(
    _ text: [UInt8], at point: (x: Double, y: Double), advance: Double?,
    into drawing: inout MetafileDrawing
  ) {
    let matrix = matrix
    let angle = Double(font.escapement) * .pi / 1800
    // In the modes whose y grows upwards the line is turned the other way.
    let turn = matrix.d < 0 ? -1.0 : 1.0
    let along = (x: cos(angle), y: -sin(angle) * turn)
    let down = (x: sin(angle) * turn, y: cos(angle) * turn)
    let em = font.height * matrix.length(along.x, along.y)
    let height = font.height * matrix.length(down.x, down.y)
    let width = advance ?? MetafileFont.width(of: text) * font.height * 0.9
    let isFollowing = alignment & 1 != 0
    var start = isFollowing ? position : point
    if isFollowing {
      position = (start.x + along.x * width, start.y + along.y * width)
    }
    switch alignment & Self.alignsCenter {
    case Self.alignsCenter: start = (start.x - along.x * width / 2, start.y - along.y * width / 2)
    case Self.alignsRight: start = (start.x - along.x * width, start.y - along.y * width)
    default: break
    }
    let drop: Double =
      switch alignment & Self.alignsBaseLine {
      case Self.alignsBaseLine: 0
      case Self.alignsBottom: -0.2
      default: 0.8
      }
    let base = (
      x: start.x + down.x * drop * font.height, y: start.y + down.y * drop * font.height
    )
    drawing.write(
      text, from: matrix.apply(base.x, base.y),
      to: matrix.apply(base.x + along.x * width, base.y + along.y * width), em: em, height: height)
  }
}

extension PDFMatrix {
  /// How long a vector becomes.
  fileprivate func length(_ x: Double, _ y: Double) -> Double {
    let (x, y) = (x * a + y * c, x * b + y * d)
    return (x * x + y * y).squareRoot()
  }
}
