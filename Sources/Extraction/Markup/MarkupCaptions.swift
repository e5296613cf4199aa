/// What stands beside the controls of a form and names them: their `label`, or text on the same line.
struct MarkupCaptions {
  struct Caption {
    static let none = Caption(name: TreeNames.none, namesField: false)
    /// The number of its text as a name.
    let name: Int32
    /// Whether its words alone tell what the value is.
    let namesField: Bool

    var isNone: Bool { name == TreeNames.none }
  }

  private static let idLimit = 4096

  /// By the number of the id of their control.
  private var byID: [Int32: Caption] = [:]
  /// The id that the open label names.
  private var target = TreeNames.none
  private var isInLabel = false
  /// What the open label holds.
  private var own = Caption.none
  /// Those before the first boxes or buttons of groups, of which one is chosen, by the name of the group.
  private var byGroup: [Int32: Caption] = [:]
  /// The number of fields behind the last text of the line, and its bytes; nil where none is.
  private var lastText: (fieldCount: Int, byteCount: Int)?

  mutating func beginLabel(of target: Int32) {
    isInLabel = true
    self.target = target
    own = .none
  }

  mutating func endLabel() {
    isInLabel = false
  }

  /// Takes the text that was ended last, of `byteCount` bytes.
  mutating func take(byteCount: Int, of text: inout TreeText) {
    lastText = (text.fieldCount, byteCount)
    guard isInLabel, own.isNone else { return }
    own = Caption(
      name: text.nameOfLastField(byteCount: byteCount),
      namesField: text.namingOfLastField(byteCount: byteCount) != .none)
    if target != TreeNames.none, byID.count < Self.idLimit { byID[target] = own }
  }

  mutating func breakLine() {
    lastText = nil
  }

  /// The label of a control, by the number of its id.
  func label(ofControl id: Int32) -> Caption {
    isInLabel && !own.isNone ? own : byID[id] ?? .none
  }

  /// What stands before a group of which one is chosen, `before` being what stands before one of it.
  mutating func caption(ofGroup group: Int32, before: Caption) -> Caption {
    if let first = byGroup[group], before.isNone { return first }
    if byGroup.count < Self.idLimit { byGroup[group] = before }
    return before
  }

  /// The text directly before, where it names a field.
  func textBefore(in text: inout TreeText) -> Caption {
    guard let lastText, lastText.fieldCount == text.fieldCount,
      text.namingOfLastField(byteCount: lastText.byteCount) != .none
    else { return .none }
    return Caption(name: text.nameOfLastField(byteCount: lastText.byteCount), namesField: true)
  }
}
