/// Where the text of groups goes, and what becomes of it at their end.
extension RTFDocument {
  mutating func beginDestination(_ word: RTFWord, isStarred: Bool) {
    if word == .rtf { return group.isRoot = true }
    guard mayBeginDestination else { return }
    if group.destination == .twice {
      if word == .ud { group.destination = outsideOfTwice } else if isStarred { begin(.skipped) }
      return
    }
    if let part = RTFPart(of: word) {
      begin(.flow)
      return group.part = part
    }
    if let value = RTFDestination(valueOf: word) { return begin(value) }
    switch word {
    case .ftnalt: if group.part == .footnotes { group.part = .endnotes }
    case .info, .object, .shpinst, .nesttableprops, .formfield, .userprops, .mailmerge, .picprop,
      .sp, .do, .hl:
      if group.destination != .htmlTag { begin(.silent) }
    case .result, .background:
      begin(.flow)
    case .upr:
      outsideOfTwice = group.destination
      begin(.twice)
    case .fonttbl: begin(.fontTable)
    case .pict: begin(.picture)
    case .objdata: begin(.objectData)
    case .htmltag: if html != nil { begin(.htmlTag) } else { begin(.skipped) }
    case .mhtmltag: begin(.skipped)
    case .colortbl, .stylesheet, .nonshppict, .nonesttables, .shprslt, .fontemb, .fontfile,
      .listtable, .listoverridetable, .rsidtbl, .xmlnstbl, .themedata, .colorschememapping,
      .datastore, .latentstyles, .pgdsctbl, .pnseclvl, .generator, .falt, .panose, .private1,
      .atndate, .atnref:
      begin(.skipped)
    default:
      break
    }
  }

  /// A destination has a group of its own; what says otherwise would swallow the document.
  private var mayBeginDestination: Bool { depth > 0 && !group.isRoot }

  /// Sends the text of the group to a destination, from here on.
  mutating func begin(_ destination: RTFDestination) {
    guard mayBeginDestination else { return }
    if group.isOwner { endDestination(at: cursor.position) }
    group.destination = destination
    group.isOwner = true
    switch destination {
    case .picture, .objectData: group.start = cursor.position
    default: group.start = gathered.count
    }
  }

  /// Ends what began in the group, which ends before `position`.
  mutating func endDestination(at position: Int) {
    switch group.destination {
    case .flow:
      if group.part != .body { flows[group.part.rawValue].text.endParagraph() }
    case .picture: addMember(.picture, upTo: position)
    case .objectData: addMember(.object, upTo: position)
    case _ where group.destination.isValue:
      let start = min(group.start, gathered.count)
      let value = Array(gathered[start...])
      gathered.removeSubrange(start...)
      take(value, group.destination)
    default: break
    }
    group.isOwner = false
  }

  private mutating func addMember(_ kind: RTFMember.Kind, upTo position: Int) {
    guard group.start < position, members.count < Self.memberLimit else {
      return isOverLimit = isOverLimit || members.count >= Self.memberLimit
    }
    members.append(RTFMember(kind: kind, range: group.start..<position))
  }

  // MARK: Values

  private mutating func take(_ value: [UInt8], _ destination: RTFDestination) {
    let value = value.trimmingRTFSpace()
    switch destination {
    case .propertyName: propertyName = Array(value)
    case .propertyValue: add(value, named: propertyName, to: .properties)
    case .shapePropertyName: shapePropertyName = Array(value)
    case .shapePropertyValue: takeShapeProperty(value)
    case .variable:
      let parts = value.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
      guard let name = parts.first else { return }
      if parts.count > 1 { add(parts[1], named: Array(name), to: .properties) }
    case .reviewers, .users:
      for line in value.split(separator: UInt8(ascii: "\n")) {
        let name = line.last == UInt8(ascii: ";") ? line.dropLast() : line
        if !name.elementsEqual("Unknown".utf8) { add(name, destination, to: .properties) }
      }
    case .fieldInstruction: takeInstruction(value)
    case .linkPlace, .linkSource, .linkText: addParagraph(value, to: .links)
    case .fieldName, .fieldDefault, .fieldHelp, .fieldStatus, .fieldChoice:
      add(value, destination, to: .formFields)
    case .annotator: add(value, destination, to: .comments)
    case .objectClass: break
    default: add(value, destination, to: .properties)
    }
  }

  private mutating func add(
    _ value: ArraySlice<UInt8>, _ destination: RTFDestination, to part: RTFPart
  ) {
    add(value, named: Array((destination.name ?? "").utf8), to: part)
  }

  private mutating func add(_ value: ArraySlice<UInt8>, named name: [UInt8], to part: RTFPart) {
    let value = value.trimmingRTFSpace()
    guard !value.isEmpty else { return }
    flows[part.rawValue].text.add(Array(value), named: name)
  }

  mutating func addParagraph(_ value: ArraySlice<UInt8>, to part: RTFPart) {
    guard !value.isEmpty else { return }
    flows[part.rawValue].text.addParagraph(Array(value))
  }

  /// Properties of shapes that hold text: that of WordArt, the description and name of a picture.
  private mutating func takeShapeProperty(_ value: ArraySlice<UInt8>) {
    let names = ["gtextUNICODE", "wzDescription", "wzTooltip", "pibName"]
    if names.contains(where: { shapePropertyName.elementsEqual($0.utf8) }) {
      addParagraph(value, to: .textBoxes)
    }
  }
}

extension Sequence<UInt8> where Self: BidirectionalCollection, SubSequence == ArraySlice<UInt8> {
  /// What is left without white space at both ends.
  func trimmingRTFSpace() -> ArraySlice<UInt8> {
    var part = self[...]
    while let first = part.first, first <= 0x20 { part = part.dropFirst() }
    while let last = part.last, last <= 0x20 { part = part.dropLast() }
    return part
  }
}
