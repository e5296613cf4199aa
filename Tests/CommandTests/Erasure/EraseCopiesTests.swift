import CommandBench
import Foundation
import TestSupport
import Testing

/// Copies that nothing tells of but their names and places: they stand in the plan to be decided.
@Suite struct EraseCopiesTests {
  private let share: EraseShare
  private var bench: CommandBench { share.bench }

  init() throws {
    share = try EraseShare()
  }

  /// What nobody can read anything in.
  private static let unreadable = "\u{1}\u{2}\u{0}\u{3}"

  /// The item of a file of the share.
  private func item(_ name: String) -> Substring? {
    share.planText.split(separator: "\n- item: ").first { item in
      item.split(separator: "\n")[1].hasSuffix("/share/\(name)\"")
    }
  }

  private func number(_ name: String) throws -> String {
    String(try #require(item(name)).prefix { $0 != "\n" })
  }

  /// Decides about everything that is in the share at first.
  private func decideOthers() throws {
    try share.decide([
      "share/dossier/brief.txt": ["decision: delete"], "export.csv": ["decision: passages"],
      "post.mbox": ["decision: passages"], "archief.zip": ["decision: passages"],
      "besluit.txt": ["decision: keep", "ground: retention", "until: 2099-12-31"],
    ])
  }

  @Test(
    arguments: [
      ("dossier/brief.txt.bak", "backup"), ("dossier/brief.bak", "backup"),
      ("dossier/brief.txt~", "backup"), ("dossier/~$ief.txt", "lock-file"),
      ("dossier/.~lock.brief.txt#", "lock-file"), ("dossier/Kopie van brief.txt", "copy"),
      ("dossier/brief - kopie (2).txt", "copy"),
      ("#recycle/dossier/brief.txt", "recycled"), (".Trash-1000/files/brief.txt", "recycled"),
      (".Trash-1000/files/brief.2.txt", "recycled"),
      (".Trash-1000/info/brief.txt.trashinfo", "recycled"),
      (".snapshot/hourly.0/dossier/brief.txt", "snapshot"),
      ("dossier/@Recently-Snapshot/GMT+01_2026-05-04/brief.txt", "snapshot"),
    ])
  func `stands in the plan with its reason, open for a decision`(
    name: String, sign: String
  ) throws {
    try bench.write(Self.unreadable, to: "share/\(name)")
    let plan = try share.plan()
    let item = try #require(self.item(name), "\(share.planText)")
    let original = try self.number("dossier/brief.txt")
    #expect(item.contains("\n  like: [\(original)]\n  sign: \(sign)\n"), "\(item)")
    #expect(item.contains("\n  decision:\n"), "\(item)")
    #expect(plan.text.contains("6 items, 6 to decide"), "\(plan.text)")
    try decideOthers()
    let open = try share.before()
    #expect(open.status == 1)
    #expect(open.text.contains("[undecided]"), "\(open.text)")
    try share.decide(["share/\(name)": ["decision: delete"]])
    let before = try share.before()
    #expect(before.status == 0, "\(before.text)")
    try share.carryOut()
    _ = try bench.shell("mv 'share/\(name)' weg/kopie")
    let after = try share.after()
    #expect(after.status == 0, "\(after.text)")
  }

  @Test func `what Windows threw away is known by its note`() throws {
    let path = "D:\\Afdeling\\dossier\\Brief.txt"
    let units = Array(path.utf16) + [0]
    var note: [UInt8] = [2] + [UInt8](repeating: 0, count: 23)
    note += [UInt8(units.count), 0, 0, 0]
    note += units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bin = "share/$RECYCLE.BIN/S-1-5-21"
    try bench.write(Self.unreadable, to: "\(bin)/$RX1Y2Z3.txt")
    try bench.write(Self.unreadable, to: "\(bin)/$RAAAAAA.txt")
    try Data(note).write(to: URL(fileURLWithPath: "\(bench.folder.path)/\(bin)/$IX1Y2Z3.txt"))
    _ = try share.plan()
    for name in ["$RX1Y2Z3.txt", "$IX1Y2Z3.txt"] {
      let item = self.item("$RECYCLE.BIN/S-1-5-21/\(name)")
      #expect(item?.contains("\n  sign: recycled\n") == true, "\(name)")
    }
    #expect(item("$RECYCLE.BIN/S-1-5-21/$RAAAAAA.txt") == nil)
  }

  @Test func `why it was not read stands with it`() throws {
    // Enveloped data (RFC 5652), of which nobody has the key.
    let type: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03]
    let content: [UInt8] = [0xA0, 0x07, 0x30, 0x05, 0x02, 0x01, 0x00, 0x05, 0x00]
    try bench.write(
      [0x30, 0x81, 0x14] + type + content, toName: Array("share/dossier/brief.txt.bak".utf8))
    #expect(try share.plan().status == 3)
    let item = try #require(self.item("dossier/brief.txt.bak"))
    #expect(item.contains("\n  sign: backup\n"), "\(item)")
    #expect(
      item.contains(
        "not read, or not wholly (encrypted or with a password): look at the file yourself"))
  }

  @Test func `a copy with the same content is one already, and no riddle`() throws {
    try bench.write(EraseShare.letter, to: "share/dossier/brief.txt.bak")
    _ = try share.plan()
    let item = try #require(self.item("dossier/brief.txt.bak"))
    #expect(!item.contains("\n  sign: "))
    #expect(item.contains("copies: ["))
  }

  @Test func `a readable copy in which nothing is found is decided too`() throws {
    try bench.write("Nog leeg.\n", to: "share/dossier/brief (1).txt")
    _ = try share.plan()
    let item = try #require(self.item("dossier/brief (1).txt"))
    #expect(item.contains("\n  sign: copy\n") && item.contains("\n  reading: \"searched\"\n"))
  }

  @Test func `names like those of files that stay are no copies`() throws {
    try bench.write("Notulen, kopie.\n", to: "share/notulen - kopie.txt")
    try bench.write(
      "Naam: J.P. de Canarievogel\nBSN: 999999990\n", to: "share/naamgenoot.txt")
    try bench.write(Self.unreadable, to: "share/naamgenoot.txt.bak")
    _ = try share.plan()
    #expect(item("notulen - kopie.txt") == nil)
    #expect(item("naamgenoot.txt.bak") == nil)
  }

  @Test func `one that is left out by choice is none of the plan's`() throws {
    try bench.write(Self.unreadable, to: "share/dossier/brief.txt.bak")
    try bench.write(Self.unreadable, to: "share/#recycle/brief.txt")
    _ = try share.plan("--exclude", "*.bak", "--exclude", "#recycle")
    #expect(item("dossier/brief.txt.bak") == nil)
    #expect(item("#recycle/brief.txt") == nil)
    try share.decideAll()
    let before = try share.before()
    #expect(before.status == 0, "\(before.text)")
  }

  @Test func `one that came since the plan is told of before`() throws {
    _ = try share.plan()
    try share.decideAll()
    try bench.write(Self.unreadable, to: "share/dossier/brief.txt.bak")
    let before = try share.before()
    #expect(before.status == 1)
    let number = try self.number("dossier/brief.txt")
    #expect(
      before.text.contains("by its name backup of item \(number), not in the plan"),
      "\(before.text)")
    #expect(before.text.contains("[new-copy]"))
  }

  @Test func `one that came since the verification before is told of after`() throws {
    _ = try share.plan()
    try share.decideAll()
    #expect(try share.before().status == 0)
    try share.carryOut()
    try bench.write(Self.unreadable, to: "share/#recycle/dossier/brief.txt")
    let after = try share.after()
    #expect(after.status == 1)
    #expect(after.text.contains("[named-copy-left]"), "\(after.text)")
  }

  @Test(
    arguments: [
      "share/dossier/~$ief.txt", "share/dossier/brief.txt.bak", "share/#recycle/brief.txt",
    ])
  func `a list of paths takes the copies along`(name: String) throws {
    try bench.write(Self.unreadable, to: name)
    try bench.write("share/dossier/brief.txt\n", to: "zaak/lijst")
    let plan = try share.plan("--paths", "zaak/lijst")
    #expect(plan.text.contains("2 items, 2 to decide"), "\(plan.text)")
    let ending = String(name.dropFirst("share/".count))
    #expect(item(ending)?.contains("\n  sign: ") == true, "\(share.planText)")
    try share.decide([
      "share/dossier/brief.txt": ["decision: delete"], name: ["decision: delete"],
    ])
    let before = try share.before()
    #expect(before.status == 0, "\(before.text)")
    try bench.write(Self.unreadable, to: "share/dossier/brief - kopie.txt")
    let second = try share.before()
    #expect(second.text.contains("[new-copy]"), "\(second.text)")
    _ = try bench.shell("rm -f share/dossier/* share/dossier/.~* '\(name)'")
    let after = try share.after()
    #expect(after.status == 0, "\(after.text)")
  }
}
