/// Runs content streams as far as they draw text, and gathers that.
struct PDFContentInterpreter {
  var text = PDFPageText()
  var fonts = PDFFontCache()
  var budget = PDFContentBudget()
  /// The area that images cover, each for itself.
  var imageArea = 0.0

  var state = PDFContentState(matrix: PDFMatrix())
  private var stack: [PDFContentState] = []
  private var textMatrix = PDFMatrix()
  private var lineMatrix = PDFMatrix()
  private var isPlaced = true
  var depth = 0
  /// For each open piece of marked content whether its text replaces the glyphs.
  var markedContent: [Bool] = []
  /// The forms of the page that have been read, and their bytes.
  var forms: [Int: PDFForm] = [:]
  var formByteCount = 0
  /// The patterns and masks of the page that have been run.
  var backgrounds: Set<Int> = []

  static let stackLimit = 1024
  private static let operandLimit = 1 << 18

  /// The resources of the stream that runs, and the fonts that it has used.
  struct Frame {
    var resources: PDFFile.Object
    var fonts: [[UInt8]: Int] = [:]
  }

  mutating func beginPage() {
    text.reset()
    budget.beginPage()
    imageArea = 0
    fonts.trim()
    forms.removeAll(keepingCapacity: true)
    formByteCount = 0
    backgrounds.removeAll(keepingCapacity: true)
  }

  /// Runs `content` with its coordinates transformed by `matrix`.
  mutating func run(
    _ content: [UInt8], resources: PDFFile.Object, matrix: PDFMatrix, in file: borrowing PDFFile
  ) {
    let outer = (state, stack, textMatrix, lineMatrix, markedContent)
    state = PDFContentState(matrix: matrix)
    if depth > 0 { state = outer.0.with(matrix: matrix) }
    stack = []
    markedContent = []
    depth += 1
    execute(content.span, Frame(resources: resources), in: file)
    depth -= 1
    if markedContent.contains(true) { text.endReplacement() }
    (state, stack, textMatrix, lineMatrix, markedContent) = outer
  }

  private mutating func execute(
    _ bytes: Span<UInt8>, _ outermost: Frame, in file: borrowing PDFFile
  ) {
    var frame = outermost
    var tokenizer = PDFTokenizer()
    var operands: [PDFOperand] = []
    while true {
      let token = tokenizer.next(in: bytes)
      switch token {
      case .end: return
      case .number(let value): operands.append(.number(value))
      case .name(let range): operands.append(.name(range))
      case .string(let range): operands.append(.string(range))
      case .arrayStart, .arrayEnd, .dictionaryStart, .dictionaryEnd: operands.append(.other)
      case .keyword(let range):
        guard budget.spend(operators: 1) else { return }
        switch PDFOperator(bytes, range) {
        case .imageData:
          tokenizer.skipInlineImage(in: bytes)
          noteImage()
        case .some(let operation):
          perform(operation, operands, bytes, tokenizer.strings, &frame, in: file)
        case .none: break
        }
        operands.removeAll(keepingCapacity: true)
        tokenizer.forgetStrings()
      }
      if operands.count > Self.operandLimit { operands.removeAll(keepingCapacity: true) }
    }
  }

  // MARK: Operators

  private mutating func perform(
    _ operation: PDFOperator, _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ strings: [UInt8],
    _ frame: inout Frame, in file: borrowing PDFFile
  ) {
    switch operation {
    case .showText: show(operands.last, strings)
    case .showTexts: showAll(operands, strings)
    case .showNextLine:
      moveLine(0, -state.leading)
      show(operands.last, strings)
    case .showNextLineSpaced:
      state.wordSpacing = operands.number(0)
      state.characterSpacing = operands.number(1)
      moveLine(0, -state.leading)
      show(operands.last, strings)
    case .moveLine: moveLine(operands.number(0), operands.number(1))
    case .moveLineSettingLeading:
      state.leading = -operands.number(1)
      moveLine(operands.number(0), operands.number(1))
    case .nextLine: moveLine(0, -state.leading)
    case .setTextMatrix:
      lineMatrix = operands.matrix
      textMatrix = lineMatrix
      isPlaced = true
    case .beginText:
      lineMatrix = PDFMatrix()
      textMatrix = lineMatrix
      isPlaced = true
    case .setFont: setFont(operands, bytes, &frame, in: file)
    case .setCharacterSpacing: state.characterSpacing = operands.number(0)
    case .setWordSpacing: state.wordSpacing = operands.number(0)
    case .setScale: state.scale = operands.number(0) / 100
    case .setLeading: state.leading = operands.number(0)
    case .setRise: state.rise = operands.number(0)
    case .save: if stack.count < Self.stackLimit { stack.append(state) }
    case .restore: if let last = stack.popLast() { state = last }
    case .transform: state.matrix = operands.matrix.followed(by: state.matrix)
    case .draw: draw(operands, bytes, frame, in: file)
    case .setFillColor, .setStrokeColor: drawPattern(operands, bytes, frame, in: file)
    case .setGraphicsState: drawMask(operands, bytes, frame, in: file)
    case .beginMarkedWithProperties: beginMarked(operands, bytes, strings, frame, in: file)
    case .beginMarked: if markedContent.count < Self.stackLimit { markedContent.append(false) }
    case .endMarked: if markedContent.popLast() == true { text.endReplacement() }
    case .imageData: return
    }
  }

  private mutating func moveLine(_ x: Double, _ y: Double) {
    lineMatrix = PDFMatrix(e: x, f: y).followed(by: lineMatrix)
    textMatrix = lineMatrix
    isPlaced = true
  }

  private mutating func setFont(
    _ operands: [PDFOperand], _ bytes: Span<UInt8>, _ frame: inout Frame, in file: borrowing PDFFile
  ) {
    state.fontSize = operands.number(1)
    guard case .name(let range)? = operands.first else { return }
    let name = bytes.name(range)
    if let known = frame.fonts[name] {
      state.font = known
      return
    }
    let list = file.value("/Font", of: frame.resources)
    let font = file.value(named: name[...], of: list)
    state.font = fonts.number(of: font, in: file)
    file.release(font)
    file.release(list)
    frame.fonts[name] = state.font
  }

  // MARK: Text

  private mutating func showAll(_ operands: [PDFOperand], _ strings: [UInt8]) {
    for operand in operands {
      switch operand {
      case .number(let value):
        let move = -value / 1000 * state.fontSize
        if state.font >= 0, state.font < fonts.fonts.count, fonts.fonts[state.font].isVertical {
          moveText(0, move)
        } else {
          moveText(move * state.scale, 0)
        }
      case .string: show(operand, strings)
      default: continue
      }
    }
  }

  private mutating func moveText(_ x: Double, _ y: Double) {
    textMatrix.e += x * textMatrix.a + y * textMatrix.c
    textMatrix.f += x * textMatrix.b + y * textMatrix.d
  }

  private mutating func show(_ operand: PDFOperand?, _ strings: [UInt8]) {
    guard case .string(let range)? = operand, !range.isEmpty, state.font >= 0,
      state.font < fonts.fonts.count
    else { return }
    let isVertical = fonts.fonts[state.font].isVertical
    let matrix = textMatrix.followed(by: state.matrix)
    let along = (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot()
    let across = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot()
    let size = abs(state.fontSize) * fonts.fonts[state.font].emScale
    var em = size * along * abs(state.scale)
    var height = size * across
    guard em > 0, em.isFinite, height.isFinite, matrix.e.isFinite, matrix.f.isFinite else {
      return
    }
    let sign = state.fontSize * state.scale < 0 ? -1.0 : 1.0
    var direction = (x: sign * matrix.a / along, y: sign * matrix.b / along)
    if isVertical, across > 0 {
      direction = (-matrix.c / across, -matrix.d / across)
      swap(&em, &height)
    }
    let spacing = isVertical ? 0 : state.characterSpacing * abs(state.scale) * along
    var style = PDFTextStyle(
      direction: direction, em: em, height: height > 0 ? height : em, widening: max(0, spacing),
      wordGap: fonts.fonts[state.font].wordGap, tightening: max(0, -spacing), isPlaced: isPlaced)
    isPlaced = false
    // Wide spacing may part columns, or leave room for other text: each glyph is placed for itself.
    guard state.characterSpacing > 0.3 * size, fonts.fonts[state.font].composite == nil else {
      return write(strings, range, style, isVertical: isVertical)
    }
    style.spacing = spacing
    style.widening = 0
    for index in range { write(strings, index..<index + 1, style, isVertical: false) }
  }

  private mutating func write(
    _ strings: [UInt8], _ range: Range<Int>, _ style: PDFTextStyle, isVertical: Bool
  ) {
    text.begin(
      at: textMatrix.followed(by: state.matrix).apply(0, state.rise), style)
    let advance = write(strings, range)
    if isVertical {
      moveText(0, advance)
    } else {
      moveText(advance * state.scale, 0)
    }
    let end = style.spacing > 0 ? -state.characterSpacing * state.scale : 0
    text.end(at: textMatrix.followed(by: state.matrix).apply(end, state.rise))
  }

  /// Writes a string and returns how far that moves, before scaling.
  private mutating func write(_ strings: [UInt8], _ range: Range<Int>) -> Double {
    var advance = 0.0
    let size = state.fontSize
    guard let composite = fonts.fonts[state.font].composite else {
      for index in range {
        let code = strings[index]
        let glyph = fonts.fonts[state.font].glyphs[Int(code)]
        let start = advance
        advance += glyph.width * size + state.characterSpacing
        if code == 0x20 {
          advance += state.wordSpacing
          // A space that is taken back parts nothing.
          if glyph.isSpace, (advance - start).magnitude <= 0.05 * size.magnitude { continue }
        }
        text.append(glyph)
      }
      return advance
    }
    var position = range.lowerBound
    while position < range.upperBound {
      let (code, byteCount) = composite.nextCode(strings, at: position, end: range.upperBound)
      position += max(1, byteCount)
      let glyph = composite.glyph(for: code)
      text.append(glyph)
      if composite.isVertical {
        advance += -size + state.characterSpacing
      } else {
        advance += glyph.width * size + state.characterSpacing
      }
      if byteCount == 1, code == 0x20 { advance += state.wordSpacing }
    }
    return advance
  }
}

extension PDFContentState {
  /// The state that a form begins with.
  fileprivate func with(matrix: PDFMatrix) -> PDFContentState {
    var state = self
    state.matrix = matrix
    return state
  }
}
