/// What the frames of ID3 hold: texts, addresses, names with what they did, pictures.
///
/// Source: ID3 tag version 2.4.0, Native Frames; ID3 v2 Chapter Frame Addendum.
enum ID3FrameTexts {
  /// Takes the texts of a frame of that name; those of numbers and of sound have none.
  static func take(
    _ name: String, _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    switch name {
    case "TXXX", "TXX", "WXXX", "WXX": takeNamed(name, content, into: &metadata)
    case "COMM", "COM", "USLT", "ULT": takeDescribed(name, content, into: &metadata)
    case "USER": takeTexts(content, skipping: 3, named: "TermsOfUse", into: &metadata)
    case "SYLT", "SLT": takeTimed(content, into: &metadata)
    case "TIPL", "TMCL", "IPLS", "IPL": takePeople(content, into: &metadata)
    case "OWNE": takeOwner(content, into: &metadata)
    case "COMR": takeOffer(content, into: &metadata)
    case "APIC", "PIC", "GEOB", "GEO": ID3Member.take(name, content, into: &metadata)
    case "POPM", "POP": takeLatin(content, named: "Email", into: &metadata)
    case "UFID", "UFI", "AENC", "CRA", "ENCR", "GRID":
      takeLatin(content, named: "Owner", into: &metadata)
    case "PRIV": takePrivate(content, into: &metadata)
    case _ where name.hasPrefix("W"):
      takeLatin(content, named: ID3Names.label(of: name), into: &metadata)
    case _ where name.hasPrefix("T"), "MVNM", "MVIN", "GRP1":
      takeTexts(content, skipping: 0, named: ID3Names.label(of: name), into: &metadata)
    default: break
    }
  }

  /// Where frames lie in a frame, behind the name and the times of a chapter; nil in all others.
  static func startOfFrames(_ name: String, _ content: Span<UInt8>) -> Int? {
    guard name == "CHAP" || name == "CTOC" else { return nil }
    var position = content.position(of: 0, in: content.indices) + 1
    if name == "CHAP" {
      position += 16
    } else if position + 2 <= content.count {
      let count = content[position + 1]
      position += 2
      for _ in 0..<count where position < content.count {
        position = content.position(of: 0, in: position..<content.count) + 1
      }
    }
    return min(position, content.count)
  }

  private static func takeTexts(
    _ content: Span<UInt8>, skipping byteCount: Int, named name: String,
    into metadata: inout EmbeddedMetadata
  ) {
    // Some programs leave out the encoding.
    guard var texts = ID3Texts(content) else {
      return metadata.add(content, content.indices, named: name)
    }
    texts.skip(byteCount, in: content)
    while metadata.takesEntry(), let text = texts.next(content) { metadata.add(text, named: name) }
  }

  /// A text or an address under a name that a person chose.
  private static func takeNamed(
    _ name: String, _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    guard var texts = ID3Texts(content) else { return }
    let chosen = texts.next(content) ?? []
    let label = chosen.isEmpty ? Array(ID3Names.label(of: name).utf8) : chosen
    while metadata.takesEntry(),
      let text = name.hasPrefix("W") ? texts.nextLatin(content) : texts.next(content)
    {
      metadata.add(text, named: label)
    }
  }

  /// A text in a language, behind a description of it.
  private static func takeDescribed(
    _ name: String, _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    guard var texts = ID3Texts(content) else { return }
    texts.skip(3, in: content)
    metadata.add(texts.next(content) ?? [], named: "Description")
    while metadata.takesEntry(), let text = texts.next(content) {
      metadata.add(text, named: ID3Names.label(of: name))
    }
  }

  /// Texts that are said or sung at a time, in four bytes behind each.
  private static func takeTimed(_ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard var texts = ID3Texts(content) else { return }
    texts.skip(5, in: content)
    metadata.add(texts.next(content) ?? [], named: "Description")
    var lines: [UInt8] = []
    while metadata.takesEntry(), let text = texts.next(content) {
      lines += text
      texts.skip(4, in: content)
    }
    metadata.add(lines, named: "Lyrics")
  }

  /// People, each behind what they did.
  private static func takePeople(_ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard var texts = ID3Texts(content) else { return }
    while metadata.takesEntry(), let role = texts.next(content) {
      metadata.add(texts.next(content) ?? [], named: role)
    }
  }

  /// From whom it was bought, behind the price and the day.
  private static func takeOwner(_ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard var texts = ID3Texts(content) else { return }
    metadata.add(texts.nextLatin(content) ?? [], named: "Price")
    texts.skip(8, in: content)
    metadata.add(texts.next(content) ?? [], named: "Seller")
  }

  /// Where it can be bought, behind the price and the day, and of whom.
  private static func takeOffer(_ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard var texts = ID3Texts(content) else { return }
    metadata.add(texts.nextLatin(content) ?? [], named: "Price")
    texts.skip(8, in: content)
    metadata.add(texts.nextLatin(content) ?? [], named: "Contact")
    texts.skip(1, in: content)
    metadata.add(texts.next(content) ?? [], named: "Seller")
    metadata.add(texts.next(content) ?? [], named: "Description")
  }

  private static func takeLatin(
    _ content: Span<UInt8>, named name: String, into metadata: inout EmbeddedMetadata
  ) {
    let end = content.position(of: 0, in: content.indices)
    metadata.add(content, 0..<end, named: name)
  }

  /// A packet of XMP; what other programs keep for themselves has a form of its own.
  private static func takePrivate(_ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard content.begins(with: "XMP\0", at: 0) else { return }
    metadata.addPacket(content, 4..<content.count)
  }
}
