import ContentTypes
import Testing

/// Texts that name no character set; the bytes are those of the C library.
@Suite struct CharsetGuessTests {
  @Test(
    arguments: [
      ("CP1250", .windows1250, polish), ("ISO-8859-2", .iso8859Part2, polish),
      ("CP852", .ibm852, polish), ("CP1250", .windows1250, czech),
      ("ISO-8859-2", .iso8859Part2, czech), ("CP1250", .windows1250, hungarian),
      ("CP1250", .windows1250, croatian), ("ISO-8859-2", .iso8859Part2, croatian),
      ("CP1250", .windows1250, romanian), ("CP1257", .windows1257, lithuanian),
      ("CP1254", .iso8859Part9, turkish), ("CP857", .ibm857, turkish),
      ("CP1251", .windows1251, russian), ("KOI8-R", .koi8R, russian),
      ("ISO-8859-5", .iso8859Part5, russian), ("CP866", .ibm866, russian),
      ("CP1251", .windows1251, ukrainian), ("CP1251", .windows1251, bulgarian),
      ("CP1253", .windows1253, greek), ("CP737", .ibm737, greek),
      ("CP1255", .windows1255, hebrew), ("CP1256", .windows1256, arabic),
      ("ISO-8859-6", .iso8859Part6, arabic), ("SHIFT-JIS", .shiftJIS, japanese),
      ("EUC-JP", .eucJP, japanese), ("EUC-KR", .eucKR, korean), ("GB18030", .gb18030, chinese),
      ("BIG5", .big5, taiwanese),
    ] as [(String, CharsetID, String)])
  func `knows a character set by its letters`(name: String, charset: CharsetID, text: String) throws
  {
    let bytes = try encoded(text, as: name)
    for isWhole in [true, false] {
      #expect(
        detect(bytes, isWhole: isWhole)
          == .text(.running, .declared(charset)))
    }
    // A page is read the same way.
    let page = Array("<html><head><title>x</title></head><body><p>".utf8) + bytes
    #expect(
      detect(page) == .text(.html, .declared(charset)))
  }

  @Test(arguments: ["ISO-8859-2", "CP1250", "CP1251", "CP1253", "CP1254"])
  func `a table of names is enough`(name: String) throws {
    let names = [
      "ISO-8859-2":
        "Łukasz Wiśniewski;Żaneta Dąbrowska;Michał Zając;Agnieszka Kępińska;Jan Źródłowski",
      "CP1250": "Łukasz Wiśniewski;Żaneta Dąbrowska;Michał Zając;Agnieszka Kępińska;Jan Źródłowski",
      "CP1251": "Иван Петров;Ольга Смирнова",
      "CP1253": "Γιώργος Παπαδόπουλος;Ελένη Νικολάου",
      "CP1254": "Ayşe Yılmaz;Çağla Öztürk;Işıl Şahin;Gülşah Doğan;Kağan Yıldırım",
    ]
    let text = "naam\n" + (names[name] ?? "").split(separator: ";").joined(separator: "\n") + "\n"
    let bytes = try encoded(text, as: name)
    switch detect(bytes) {
    case .text(_, .declared): break
    default: Issue.record("taken for Windows-1252")
    }
  }

  @Test(arguments: [
    "In België is de coördinatie geïnteresseerd; één crèche, twee cafés, à la carte en een ruïne.",
    "Zoë, Noël, Loïs, André, Renée en Chloë Müller-Gonçalves uit Curaçao, São Paulo en Ångström.",
    "15 m³ gas, 3 µg per ml, ½ uur, 20 °C, ±5, § 3, €12, foto’s, ’s avonds, “citaat”, •punt, «dit»",
    "m³aan m³bij m³cel ¹x ²y ³z ¼a ½b ¾c £d ¥e ¢f ªg ºh",
    "één één één één één één één één één één één één één één één één één één één één één één",
    "L’été dernier, nous étions à la plage où l’œuvre de François était exposée : ça, c’était Noël.",
    "Die Größe der Straße ändert sich für Äpfel, Öl und Übung nicht. Schöne Grüße, Jürgen Weiß.",
    "El niño comió piñas. ¿Qué pasó, señor Núñez? ¡Está aquí! Mañana será otro día en León.",
    "São João, coração, não, põe, avó, você, açúcar, maçã, pão, irmã, tradição e solução.",
    "Perché più città è così, però già là; l’università è lontana e il caffè è qui giù.",
    "Blåbærsyltetøy på brød, rødgrød med fløde, Søren Kierkegård, Åse, Ærø og Ønske.",
    "Räksmörgås i Västerås, hälsningar från Malmö; äiti, pöytä, sähköpöytäkirja, Jyväskylä, tyttö.",
    "Þór og Ægir fóru á ísinn, það var kalt; Guðrún Jónsdóttir býr í Reykjavík við Öxará.",
    "Dušan Žižek is geïnteresseerd in één van de crèches in België, naar een idee van Zoë en André.",
    "Müller, Çelik, Gonçalves, Bjørn, Núñez, Þór, Łódź zonder streepje, Søren, Zoë, Ångström, naïef",
  ])
  func `leaves texts of Western Europe alone`(text: String) throws {
    let bytes = try encoded(text, as: "CP1252//TRANSLIT")
    for repeats in [1, 20] {
      let all = Array(repeatElement(bytes + [0x0A], count: repeats).joined())
      guard case .text(_, .windows1252) = detect(all) else {
        Issue.record("\(detect(all))")
        return
      }
    }
  }

  @Test(arguments: ["Zoë en één", "Łukasz Wiśniewski", "日本語のテキスト。これは長い文章です。"])
  func `a stray byte makes no other text of UTF-8`(text: String) {
    let bytes = Array(String(repeating: text + "\n", count: 20).utf8) + [0xE9, 0xE9, 0x0A]
    #expect(detect(bytes) == .text(.running, .utf8))
  }

  @Test(arguments: 0..<40)
  func `guesses nothing for noise`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let bytes = (0..<4_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 33)
      return byte % 10 == 0 ? 0x20 : byte | 0x80
    }
    if case .text(_, .declared(let charset)) = detect(bytes) {
      Issue.record("\(charset)")
    }
  }
}
