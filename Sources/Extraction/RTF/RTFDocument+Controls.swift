/// What the control words of RTF do.
extension RTFDocument {
  mutating func follow(_ word: RTFWord, isStarred: Bool) {
    switch word {
    case .par, .sect, .page, .column: endParagraph()
    case .line, .lbr: space("\n")
    case .tab: space("\t")
    case .emspace, .enspace, .qmspace: space(" ")
    case .emdash: emit("—")
    case .endash: emit("–")
    case .bullet: emit("•")
    case .lquote: emit("‘")
    case .rquote: emit("’")
    case .ldblquote: emit("“")
    case .rdblquote: emit("”")
    case .cell, .row, .nestcell, .nestrow, .trowd, .trhdr: followTable(word)
    case .pard:
      group.isInTable = false
      group.tableLevel = 1
    case .intbl: group.isInTable = isOn
    case .itap:
      group.tableLevel = UInt8(clamping: max(cursor.parameter, 1))
      group.isInTable = cursor.parameter > 0
    case .plain:
      group.isHidden = false
      group.isDeleted = false
      setFont(fonts.defaultFont)
    case .v: group.isHidden = isOn
    case .deleted: group.isDeleted = isOn
    case .htmlrtf: group.isOutsideHTML = isOn
    case .fromhtml: if html == nil { html = [] }
    case .uc: group.fallbackCount = Int16(clamping: min(max(cursor.parameter, 0), 64))
    case .ansi, .mac, .pc, .pca, .ansicpg, .deff, .f, .fcharset, .cpg: followCharset(word)
    default: beginDestination(word, isStarred: isStarred)
    }
  }

  /// Whether the control word turns something on: it has no parameter, or one that is not 0.
  private var isOn: Bool { cursor.parameter != 0 }

  private mutating func followTable(_ word: RTFWord) {
    guard html == nil else {
      if word == .cell || word == .row { space(" ") }
      return
    }
    switch word {
    case .cell: changeFlow { flow, _ in flow.endCell(level: 1) }
    case .nestcell: changeFlow { flow, group in flow.endCell(level: max(group.tableLevel, 2)) }
    case .row: changeFlow { flow, _ in flow.endRow(level: 1) }
    case .nestrow: changeFlow { flow, group in flow.endRow(level: max(group.tableLevel, 2)) }
    case .trowd: changeFlow { flow, group in if group.destination == .flow { flow.beginRow() } }
    default: changeFlow { flow, _ in flow.setIsHeaderRow() }
    }
  }

  // MARK: Charsets

  private mutating func followCharset(_ word: RTFWord) {
    let parameter = cursor.parameter
    switch word {
    case .ansi: setDefaultCodePage(1252)
    case .mac: setDefaultCodePage(10000)
    case .pc: setDefaultCodePage(437)
    case .pca: setDefaultCodePage(850)
    case .ansicpg: if (1...65_535).contains(parameter) { setDefaultCodePage(parameter) }
    case .deff: fonts.defaultFont = parameter
    case .f:
      if group.destination == .fontTable { fonts.beginFont(parameter) } else { setFont(parameter) }
    case .fcharset: if group.destination == .fontTable { fonts.setCharset(parameter) }
    default:
      if group.destination == .fontTable, (1...65_535).contains(parameter) {
        fonts.setCodePage(parameter)
      }
    }
  }

  private mutating func setDefaultCodePage(_ codePage: Int) {
    fonts.defaultCodePage = codePage
    group.codePage = Int32(truncatingIfNeeded: codePage)
  }

  private mutating func setFont(_ font: Int) {
    group.codePage = Int32(truncatingIfNeeded: fonts.codePage(of: font))
  }
}
