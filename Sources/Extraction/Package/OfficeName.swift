/// The local names of elements and attributes that mean something to the readers of packages.
enum OfficeName: String, CaseIterable, Sendable {
  /// Any other name.
  case other = ""
  // Flowing text (WordprocessingML, DrawingML)
  case p, r, t, v, tab, ptab, br, cr, tbl, tr, tc, gridSpan, tblHeader, tblPr, firstRow
  case noBreakHyphen, txbxContent, textbox, delText, instrText, delInstrText, fldChar, fldSimple
  case instr, sdt, sdtContent, alias, tag, val, ins, del, author, comment, person, docPr, cNvPr
  case descr, title, ffData, name, result, listEntry, helpText, statusText, docVar
  case connectString, query, rt, text, vt, fld, sym, char, font, checkBox, checkbox, checked
  case rFonts, ascii
  case `default`
  case visioText = "Text"
  case pStyle, fldCharType, smartTag, element, tooltip, displayName, initials, userId, moveFrom
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"
  case listItem, displayText, value, comboBox, dropDownList, lastValue, date, fullDate, attr, moveTo
  case presenceInfo, alt, shape, rect, roundrect, oval, textpath, string, imagedata
  case hlinkClick, hlinkHover, rPrChange, pPrChange
  case annotation, footnote, endnote, binData, hlink, dest
  // Roots
  case document, hdr, ftr, footnotes, endnotes, comments, glossaryDocument, styles, numbering
  case settings, fonts, webSettings, theme, people, workbook, worksheet, chartsheet, dialogsheet
  case macrosheet, styleSheet, sst, presentation, sld, sldLayout, sldMaster, notes, notesMaster
  case handoutMaster, chartSpace, dataModel, drawing, layoutDef, styleDef, colorsDef, cmLst
  case cmAuthorLst, authorLst, wsDr, xml, coreProperties, calcChain, tblStyleLst, presentationPr
  case viewPr, metadata, chartStyle, colorStyle, userShapes, personList, commentsEx, commentsIds,
    commentsExtensible
  case properties = "Properties"
  case types = "Types"
  case relationships = "Relationships"
  case threadedComments = "ThreadedComments"
  case visioDocument = "VisioDocument"
  case cell = "Cell"
  case cellName = "N"
  case cellValue = "V"
  case pageContents = "PageContents"
  case masterContents = "MasterContents"
  // Pages of XPS
  case canvas = "Canvas"
  case glyphs = "Glyphs"
  case canvasTransform = "Canvas.RenderTransform"
  case glyphsTransform = "Glyphs.RenderTransform"
  case matrixTransform = "MatrixTransform"
  case matrix = "Matrix"
  case renderTransform = "RenderTransform"
  case unicodeString = "UnicodeString"
  case originX = "OriginX"
  case originY = "OriginY"
  case fontRenderingEmSize = "FontRenderingEmSize"
  case indices = "Indices"
  case navigateURI = "FixedPage.NavigateUri"
  // Properties
  case property, lpstr, lpwstr
  case company = "Company"
  case manager = "Manager"
  case hyperlinkBase = "HyperlinkBase"
  case template = "Template"
  case datastoreItem
  case documentProperties = "DocumentProperties"
  case customDocumentProperties = "CustomDocumentProperties"
  // Packages as one document
  case part, xmlData, binaryData
  // Packages
  case relationship = "Relationship"
  case id = "id"
  case largeID = "Id"
  case target = "Target"
  case type = "Type"
  case lowerType = "type"
  case targetMode = "TargetMode"
  // Slides
  case sldId
  // Workbooks and sheets
  case c, f, s, row, `is`, si, rPh, sheet, sheetData, definedName, workbookPr, date1904, absPath
  case url, fileSharing, userName, numFmt, numFmtId, formatCode, cellXfs, xf, hyperlink, display
  case location, oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter
  case dataValidation, formula1, formula2, prompt, promptTitle, error, errorTitle, ref
  case threadedComment, pageSetup, formula, cm, txBody, pt, authorId, cmAuthor
  // Workbooks of 2003
  case workbookSheet = "Worksheet"
  case workbookRow = "Row"
  case workbookData = "Data"
  case workbookComment = "Comment"
  case style = "Style"
  case numberFormat = "NumberFormat"
  case format = "Format"
  case upperID = "ID"
  case styleID = "StyleID"
  case index = "Index"
  case spanCount = "Span"
  case mergeAcross = "MergeAcross"
  case link = "HRef"
  case linkTip = "HRefScreenTip"
  case cellFormula = "Formula"
  case upperName = "Name"
  case upperAuthor = "Author"
  case namedRange = "NamedRange"
  case refersTo = "RefersTo"
  case pageHeader = "Header"
  case pageFooter = "Footer"
  case inputTitle = "InputTitle"
  case inputMessage = "InputMessage"
  case errorMessage = "ErrorMessage"
  case upperErrorTitle = "ErrorTitle"
  case choices = "Value"
}
