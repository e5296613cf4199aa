import CommandBench
import Foundation
import TestSupport
import Testing

/// A deletion from the plan to the statement, in a real folder.
@Suite struct EraseTests {
  private let share: EraseShare
  private var bench: CommandBench { share.bench }

  init() throws {
    share = try EraseShare()
  }

  @Test func `plan, decide, move away, verify`() throws {
    let plan = try share.plan("--reason", "art. 17")
    #expect(plan.status == 0, "\(plan.errorText)")
    #expect(plan.text.contains("5 items, 5 to decide"))
    try share.decideAll()
    let before = try share.before()
    #expect(before.status == 0, "\(before.text)")
    #expect(before.text.contains("passed: the plan can be carried out"))
    try share.carryOut()
    let after = try share.after(
      "--out", "html=zaak/na.html", "--out", "json=zaak/na.json", "--anonymous",
      "html=zaak/jaren.html", "--anonymous", "json=zaak/jaren.json")
    #expect(after.status == 0, "\(after.text)")
    #expect(after.text.hasPrefix("Statement: check after the deletion, case Z-2026-17\n"))
    #expect(after.text.contains("not found by these rules in these places at this time"))
    #expect(bench.text(of: "zaak/na.html")?.contains("<h1>Statement") == true)
    #expect(bench.text(of: "zaak/na.json")?.contains("\"title\":\"Statement\"") == true)
    for name in ["zaak/jaren.html", "zaak/jaren.json"] {
      let text = try #require(bench.text(of: name))
      #expect(!text.contains("share") && !text.contains("brief") && !text.contains("besluit"))
    }
    let entries = try share.audit("list", "--case", "Z-2026-17").lines
    #expect(
      entries.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[3] } == [
        "erase-plan", "verify-before", "verify-after",
      ])
    #expect(try share.audit("verify").status == 0)
  }

  @Test func `no value stands in the plan, the log, the reports or what is printed`() throws {
    let plan = try share.plan()
    try share.decideAll()
    let before = try share.before("--out", "html=v.html", "--out", "json=v.json")
    let after = try share.after("--out", "html=n.html", "--out", "json=n.json")
    #expect(after.status == 1)
    let texts =
      [
        plan.text, plan.errorText, before.text, after.text, before.errorText, after.errorText,
        share.planText, try share.audit("list", "--json").text,
      ]
      + ["v.html", "v.json", "n.html", "n.json", "log/audit.ndjson"].map {
        bench.text(of: $0) ?? ""
      }
    for text in texts {
      for value in ["999990019", "anarievogel", "1985-03-12", "999999990"] {
        #expect(!text.contains(value), "\(value)")
      }
    }
  }

  @Test func `the plan is for its owner alone and is never replaced`() throws {
    #expect(try share.plan().status == 0)
    let text = share.planText
    let facts = try FileManager.default.attributesOfItem(
      atPath: "\(bench.folder.path)/zaak/plan.yaml")
    #expect(facts[.posixPermissions] as? Int == 0o600)
    let again = try share.plan()
    #expect(again.status == 2)
    #expect(again.errorText.contains("exists and is not overwritten"))
    #expect(share.planText == text)
  }

  @Test func `other people with the name are proposed to be kept`() throws {
    try bench.write(
      "Naam: J.P. de Canarievogel\nBSN: 999999990\n", to: "share/naamgenoot.txt")
    try bench.write("Groet aan de familie De Canarievogel.\n", to: "share/familie.txt")
    #expect(try share.plan().status == 0)
    let items = share.planText.split(separator: "\n- item: ")
    for name in ["naamgenoot.txt", "familie.txt"] {
      let item = try #require(items.first { $0.contains("/\(name)\"") })
      #expect(item.contains("\n  decision: keep\n  ground: other-person\n"), "\(item)")
    }
  }

  @Test func `equal files, hard links and older versions are told of`() throws {
    try bench.write(EraseShare.letter, to: "share/kopie.txt")
    _ = try bench.shell(
      "ln share/dossier/brief.txt share/koppeling.txt; ln share/besluit.txt buiten.txt; "
        + "cp share/notulen.txt share/dossier/brief.txt.bak")
    #expect(try share.plan().status == 0)
    let items = share.planText.split(separator: "\n- item: ")
    func item(_ name: String) throws -> Substring {
      try #require(items.first { $0.contains("/\(name)\"\n") })
    }
    let letter = try item("brief.txt")
    #expect(
      letter.contains("\n  copies: [6, 7]\n"),
      "\(letter)")
    #expect(letter.contains("brief.txt.bak\""))
    #expect(try item("koppeling.txt").contains("\n  links_outside: 0\n"))
    #expect(try item("besluit.txt").contains("\n  links_outside: 1\n"))
  }

  @Test func `members with the content of a file are told of, both ways`() throws {
    #expect(try share.plan().status == 0)
    let items = share.planText.split(separator: "\n- item: ")
    func item(_ name: String) throws -> (number: String, text: Substring) {
      let text = try #require(items.first { $0.contains("/\(name)\"\n") })
      return (String(text.prefix { $0 != "\n" }), text)
    }
    let (letter, archive) = (try item("brief.txt"), try item("archief.zip"))
    #expect(letter.text.contains("\n  within: [\(archive.number)]\n"), "\(letter.text)")
    #expect(archive.text.contains("\n      copies: [\(letter.number)]\n"), "\(archive.text)")
    try share.decideAll()
    let before = try share.before()
    #expect(before.status == 0, "\(before.text)")
  }

  @Test func `an archive in an archive is its copy`() throws {
    _ = try bench.shell("cd share && python3 -m zipfile -c buiten.zip archief.zip")
    #expect(try share.plan().status == 0)
    let items = share.planText.split(separator: "\n- item: ")
    let archive = try #require(items.first { $0.contains("/archief.zip\"\n") })
    let outer = try #require(items.first { $0.contains("/buiten.zip\"\n") })
    #expect(archive.contains("\n  within: [\(outer.prefix { $0 != "\n" })]\n"), "\(archive)")
  }

  /// Nothing in their content tells of the person; that the first was to go says its name.
  @Test(arguments: ["Vergaderstuk zonder namen.\n", "\u{1}\u{2}\u{3}\u{0} geen tekst"])
  func `a copy that is left in an archive is found though it tells of nobody`(
    content: String
  ) throws {
    try bench.write(content, to: "share/dossier/J.P. de Canarievogel.bin")
    try bench.write(content, to: "share/stuk.dat")
    _ = try bench.shell("cd share && tar czf stukken.tar.gz stuk.dat && rm stuk.dat")
    let plan = try share.plan("--text-in-binary")
    #expect([0, 3].contains(plan.status), "\(plan.errorText)")
    try share.decideAll()
    try share.decide(["Canarievogel.bin": ["decision: delete"]])
    let before = try share.before()
    #expect([0, 3].contains(before.status), "\(before.text)")
    try share.carryOut()
    _ = try bench.shell("mv share/dossier/*.bin weg/")
    let after = try share.after()
    #expect(after.status == 1, "\(after.text)")
    #expect(after.text.contains("a copy with the same content is left"), "\(after.text)")
    #expect(after.text.contains("stukken.tar.gz \u{BB} "), "\(after.text)")
  }

  @Test func `a list of paths is planned whatever is found`() throws {
    try bench.write(
      "share/notulen.txt\nshare/dossier/brief.txt\n", to: "zaak/lijst")
    let plan = try share.plan("--paths", "zaak/lijst")
    #expect(plan.status == 0, "\(plan.errorText)")
    #expect(plan.text.contains("2 items"))
    try share.decide(["brief.txt": ["decision: delete"], "notulen.txt": ["decision: delete"]])
    #expect(try share.before().status == 0)
    _ = try bench.shell("rm share/notulen.txt share/dossier/brief.txt")
    let after = try share.after()
    #expect(after.status == 0, "\(after.text)")
  }

  @Test func `a list with a path that is not there is refused`() throws {
    try bench.write("share/notulen.txt\nshare/nergens.txt\n", to: "zaak/lijst")
    let run = try share.plan("--paths", "zaak/lijst")
    #expect(run.status == 2)
    #expect(run.errorText.contains("nergens.txt"))
  }

  @Test func `a whole folder may go, with its root`() throws {
    let plan = try bench.start(
      [
        "erase", "plan", "share/dossier", "--subject", "zaak/kaart.yaml", "--out", "zaak/plan.yaml",
      ], environment: share.environment
    ).finish()
    #expect(plan.status == 0)
    try share.decide(["brief.txt": ["decision: delete"]])
    #expect(try share.before().status == 0)
    _ = try bench.shell("rm -r share/dossier")
    let after = try share.after()
    #expect(after.status == 0, "\(after.text)")
  }

  @Test func `a share that is not there is no proof`() throws {
    _ = try share.plan()
    try share.decide(["": ["decision: delete"]])
    #expect(try share.before().status == 0)
    // What an unmounted share looks like.
    _ = try bench.shell("mv share elders && mkdir share")
    let after = try share.after()
    #expect(after.status == 3)
    #expect(after.text.contains("is the share mounted? [root-replaced]"))
    #expect(!after.text.contains("Statement"))
  }

  @Test func `a folder whose name tells of the person is left`() throws {
    _ = try bench.shell("mv share/dossier 'share/J.P. de Canarievogel'")
    _ = try share.plan()
    try share.decideAll()
    #expect(try share.before().status == 0)
    _ = try bench.shell("mkdir weg; mv share/J*/brief.txt weg/")
    try share.writeExport(hasRow: false)
    try share.writeMailbox(hasMessage: false)
    try share.writeArchive(hasMember: false)
    let after = try share.after()
    #expect(after.status == 1)
    #expect(after.text.contains("[folder-left]"))
    _ = try bench.shell("rmdir share/J*")
    #expect(try share.after().status == 0)
  }
}
