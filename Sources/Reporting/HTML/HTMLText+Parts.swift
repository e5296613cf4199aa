package import ScanModel

extension HTMLText {
  /// Everything up to the beginning of the body: no script, no request, no style but the one sheet.
  package mutating func beginPage(title: String) {
    markup("<!DOCTYPE html>\n")
    open("html", ["lang": language.rawValue])
    line()
    element("head") { html in
      html.markup("<meta charset=\"utf-8\">\n")
      html.open(
        "meta", ["http-equiv": "Content-Security-Policy", "content": HTMLStyle.contentPolicy])
      html.markup("\n<meta name=\"referrer\" content=\"no-referrer\">\n")
      html.markup("<meta name=\"robots\" content=\"noindex\">\n")
      html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
      html.element("title", title)
      html.line()
      html.element("style") { $0.markup(HTMLStyle.sheet) }
    }
    markup("\n<body>\n")
  }

  /// A fact of a title: what it is, and behind it what it comes to.
  package mutating func fact(
    _ name: Phrase, isWide: Bool = false, _ content: (inout HTMLText) -> Void
  ) {
    element("div", ["class": isWide ? "wide" : "fact"]) { html in
      html.element("dt", name)
      html.element("dd") { content(&$0) }
    }
  }

  /// The path with its last part set off, so that the name of the file catches the eye.
  package mutating func path(_ path: FilePath) {
    let text = TerminalText.path(path)
    let start = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
    element("span", ["class": "path"]) { html in
      html.element("span", ["class": "dir"], String(text[..<start]))
      html.element("b", String(text[start...]))
    }
  }

  /// The heads of the columns of a table; numbers stand right.
  package mutating func columns(_ heads: [(Phrase, isNumber: Bool)]) {
    element("thead") { html in
      html.element("tr") { html in
        for (head, isNumber) in heads {
          html.element("th", ["scope": "col", "class": isNumber ? "num" : "txt"], head)
        }
      }
    }
  }

  /// A cell that names its column where the table becomes a list.
  package mutating func cell(
    _ head: Phrase, _ class: String = "txt", _ content: (inout HTMLText) -> Void
  ) {
    element("td", ["class": `class`, "data-label": head[language]], content)
  }

  package mutating func cell(_ head: Phrase, _ class: String = "txt", _ text: String) {
    cell(head, `class`) { $0.text(text) }
  }
}

extension HTMLText {
  /// Says how many entries a bounded list leaves out, and which report has them; nothing for none.
  package mutating func more(_ count: Int, in report: String, _ number: NumberText) {
    guard count > 0 else { return }
    let count = number.grouped(count)
    element(
      "p", ["class": "more"],
      Phrase(
        "En nog \(count); zie het \(report)-rapport.",
        "And \(count) more; see the \(report) report."))
  }
}
