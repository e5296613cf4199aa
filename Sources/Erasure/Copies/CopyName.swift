/// The names that programs and people give to copies of a file, in small letters.
struct CopyName {
  private let name: String
  private let stem: String
  /// With its full stop; empty for none.
  private let ending: String

  init(_ name: [UInt8]) {
    self.init(String(decoding: name, as: UTF8.self).lowercased())
  }

  private init(_ name: String) {
    self.name = name
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    stem = String(name[..<dot])
    ending = String(name[dot...])
  }

  /// Whether it may be the name of a copy of any file; false for most names.
  var mayBeCopy: Bool {
    Self.beginnings.contains { name.hasPrefix($0) } || Self.endings.contains { name.hasSuffix($0) }
      || Self.words.contains { name.contains($0) } || name.hasSuffix(")") || stem.hasSuffix(")")
      || name.hasSuffix(".tmp") || isOfExcel
  }

  /// Why it may be that of a copy of `original`, which lies in the same folder; nil where it is not.
  func sign(of original: CopyName) -> CopySign? {
    guard name != original.name, !name.isEmpty else { return nil }
    if isLockFile(of: original) { return .lockFile }
    if isAutosave(of: original) { return .autosave }
    if isBackup(of: original) { return .backup }
    return isCopy(of: original) ? .copy : nil
  }

  // MARK: The rules

  private func isLockFile(of original: CopyName) -> Bool {
    if name == ".~lock.\(original.name)#" { return true }
    guard name.hasPrefix("~$") else { return false }
    // Office leaves the first letters of longer names out.
    return (0...2).contains { name.dropFirst(2) == original.name.dropFirst($0) }
      && name.count > 2
  }

  private func isAutosave(of original: CopyName) -> Bool {
    if ending == ".asd" { return isCalled(after: original) }
    switch original.ending {
    case let type where Self.typesOfWord.contains(type):
      return ["~wrl", "~wrd", "~wra", "~wrf"].contains { name.hasPrefix($0) } && ending == ".tmp"
    case let type where Self.typesOfExcel.contains(type): return isOfExcel
    case let type where Self.typesOfPowerPoint.contains(type):
      return name.hasPrefix("ppt") && ending == ".tmp"
    default: return false
    }
  }

  private func isBackup(of original: CopyName) -> Bool {
    if name == "#\(original.name)#" || name == "._\(original.name)" { return true }
    if ending == ".wbk" { return isCalled(after: original) }
    for ending in Self.endings + [".tmp"] where name.hasSuffix(ending) {
      let base = CopyName(String(name.dropLast(ending.count)))
      if [original.name, original.stem, ".\(original.name)"].contains(base.name) { return true }
      if base.name != name, base.isCopy(of: original) { return true }
    }
    return false
  }

  /// Whether it is the name of the original, or that behind other words.
  private func isCalled(after original: CopyName) -> Bool {
    stem == original.stem || stem.hasSuffix(" \(original.stem)")
  }

  private func isCopy(of original: CopyName) -> Bool {
    guard ending == original.ending else { return false }
    if stem.hasPrefix(original.stem), stem.count > original.stem.count {
      let behind = stem.dropFirst(original.stem.count)
      let isApart = behind.first.map { !$0.isLetter && !$0.isNumber } ?? false
      return isApart && (Self.words.contains { behind.contains($0) } || behind.isNumber)
    }
    // `kopie van brief`, `copy (2) of brief`, `kopie van brief (2)`.
    let bare = stem.withoutNumber
    guard bare.hasSuffix(" \(original.stem)") else { return false }
    let before = bare.dropLast(original.stem.count + 1)
    return [" of", " van"].contains { before.hasSuffix($0) }
      && Self.words.contains { before.hasPrefix($0) }
  }

  /// The eight digits under which Excel writes a workbook before it gives it its name.
  private var isOfExcel: Bool {
    let digits = ending == ".tmp" ? stem : name
    return digits.utf8.count == 8 && digits.allSatisfy(\.isHexDigit)
  }

  private static let beginnings = [
    "~$", "~wr", ".~lock.", "#", "._", "ppt", "backup of ", "reservekopie van ",
  ]
  private static let endings = [
    "~", ".bak", ".old", ".orig", ".backup", ".swp", ".save", ".asd", ".wbk",
  ]
  /// Of copies that people make with the desktop, and of what programs keep apart.
  private static let words = ["copy", "kopie", "conflict"]
  private static let typesOfWord: Set = [".doc", ".docx", ".docm", ".dot", ".dotx", ".rtf"]
  private static let typesOfExcel: Set = [".xls", ".xlsx", ".xlsm", ".xlsb"]
  private static let typesOfPowerPoint: Set = [".ppt", ".pptx", ".pptm"]
}

extension String {
  /// Without the number that a desktop puts behind a name that is there: ` (2)`.
  fileprivate var withoutNumber: Substring {
    guard let start = lastIndex(of: "("), self[start...].isNumber else { return self[...] }
    let before = self[..<start]
    return before.hasSuffix(" ") ? before.dropLast() : before
  }
}

extension Substring {
  /// ` (2)` and nothing else.
  fileprivate var isNumber: Bool {
    let text = drop { $0 == " " }
    guard text.first == "(", text.last == ")" else { return false }
    let digits = text.dropFirst().dropLast()
    return (1...3).contains(digits.utf8.count)
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
