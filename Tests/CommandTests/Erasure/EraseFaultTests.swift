import CommandBench
import Glibc
import TestSupport
import Testing

/// Everything that can be wrong with a deletion, each with its own message and status.
@Suite struct EraseFaultTests {
  private let share: EraseShare
  private var bench: CommandBench { share.bench }

  init() throws {
    share = try EraseShare()
    let plan = try share.plan()
    #expect(plan.status == 0, "\(plan.errorText)")
    try share.decideAll()
  }

  private func expect(
    _ run: CommandRun, _ status: Int32, _ parts: String...,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, "\(run.text)\(run.errorText)", sourceLocation: location)
    for part in parts {
      #expect(run.text.contains(part), "\(run.text)", sourceLocation: location)
    }
    #expect(!run.text.contains("Statement"), sourceLocation: location)
  }

  // MARK: What is typed

  @Test func `a case that tells who the person is`() throws {
    _ = try bench.shell("rm zaak/plan.yaml")
    let run = try share.plan("--case", "zaak Canarievogel")
    #expect(run.status == 2, "\(run.text)")
    #expect(run.errorText.contains("--case: this stands in reports"), "\(run.errorText)")
    #expect(!run.errorText.contains("Canarievogel"))
  }

  @Test func `formats that a verification does not have`() throws {
    for format in ["pdf", "csv"] {
      let run = try share.after("--out", "\(format)=x")
      #expect(run.status == 2)
      #expect(run.errorText.contains("the formats are html, json"), "\(run.errorText)")
    }
  }

  // MARK: Before

  @Test func `an item without a decision`() throws {
    try share.decide(["brief.txt": ["decision:"]])
    expect(try share.before(), 1, "1. item", "brief.txt: not decided yet", "[undecided]")
  }

  @Test func `a file that changed after the plan`() throws {
    try bench.write(EraseShare.letter + "PS\n", to: "share/dossier/brief.txt")
    expect(
      try share.before(), 1, "brief.txt: its content has changed since the plan", "[item-changed]")
  }

  @Test func `a file that is gone already, and a new one`() throws {
    _ = try bench.shell("mv share/besluit.txt weg.txt")
    try bench.write(EraseShare.letter + "Nieuw.\n", to: "share/nieuw.txt")
    expect(
      try share.before(), 1, "besluit.txt: is not there any more", "[item-gone]",
      "share/nieuw.txt: a new place of A", "[new-place]")
  }

  @Test func `a hold that was added`() throws {
    try bench.write(
      "holds:\n- subject: A\n  path: \(bench.folder.path)/share/dossier\n  ground: procedure\n",
      to: "zaak/blokkades.yaml")
    expect(
      try share.before("--holds", "zaak/blokkades.yaml"), 1,
      "brief.txt: must not be deleted, hold: complaint, objection or lawsuit; choose keep",
      "[under-hold]")
  }

  @Test func `holds of the plan are read again`() throws {
    try bench.write("holds: []\n", to: "zaak/blokkades.yaml")
    _ = try bench.shell("rm zaak/plan.yaml")
    #expect(try share.plan("--holds", "zaak/blokkades.yaml").status == 0)
    try share.decideAll()
    #expect(try share.before().status == 0)
    try bench.write("holds:\n- case: Z-2026-17\n  ground: restriction\n", to: "zaak/blokkades.yaml")
    expect(try share.before(), 1, "hold: restriction of processing", "[under-hold]")
    _ = try bench.shell("rm zaak/blokkades.yaml")
    expect(try share.before(), 1, "[holds-missing]")
  }

  @Test func `a plan under a hold proposes to keep`() throws {
    try bench.write(
      "holds:\n- subject: any\n  path: '*.txt'\n  ground: archiefwet\n", to: "zaak/blokkades.yaml")
    _ = try bench.shell("rm zaak/plan.yaml")
    let plan = try share.plan("--holds", "zaak/blokkades.yaml")
    #expect(plan.text.contains("2 under a hold"))
    #expect(share.planText.contains("decision: keep\n  ground: archiefwet\n"))
  }

  @Test func `a plan that was edited`() throws {
    let text = share.planText
    try bench.write(text.replacing("size: ", with: "size: 1"), to: "zaak/plan.yaml")
    expect(
      try share.before(), 1, "item 1, ", "more than its decision was edited", "[plan-item-changed]")
    try bench.write(text.replacing("Z-2026-17\"", with: "Z-2026-18\""), to: "zaak/plan.yaml")
    expect(try share.before(), 1, "the head of the plan", "[plan-changed]")
    var items = text.split(separator: "\n- item: ", omittingEmptySubsequences: false)
    items.remove(at: 3)
    try bench.write(items.joined(separator: "\n- item: "), to: "zaak/plan.yaml")
    expect(try share.before(), 1, "item 3: is not in the plan any more", "[plan-item-missing]")
  }

  @Test func `a plan that is no plan is an error with its line`() throws {
    try bench.write(
      share.planText.replacing("decision: delete", with: "decision: wissen"), to: "zaak/plan.yaml")
    let run = try share.before()
    #expect(run.status == 2)
    #expect(run.errorText.contains("'decision' takes one of delete, passages, keep"))
    #expect(run.errorText.contains(/plan\.yaml:[0-9]+:/))
  }

  @Test func `a card that changed or is gone`() throws {
    _ = try bench.shell(
      "cp zaak/kaart.yaml zaak/oud.yaml; echo 'email: x@voorbeeld.nl' > zaak/kaart.yaml")
    expect(try share.before(), 1, "kaart.yaml: the card has changed", "[card-changed]")
    #expect(try share.before("--subject", "zaak/oud.yaml").status == 0)
    _ = try bench.shell("rm zaak/kaart.yaml")
    expect(try share.before(), 1, "kaart.yaml: the card cannot be read", "[card-missing]")
  }

  @Test func `another key is refused`() throws {
    _ = try bench.shell(
      "rm -f keys/store.key; head -c 32 /dev/urandom > keys/store.key; chmod 400 keys/store.key")
    #expect(try share.before().status == 12)
  }

  // MARK: The audit log

  @Test func `a line that was removed from the audit log`() throws {
    #expect(try share.before().status == 0)
    #expect(try share.before().status == 0)
    _ = try bench.shell("sed -i 2d log/audit.ndjson")
    let verify = try share.audit("verify")
    #expect(verify.status == 1)
    #expect(verify.text.contains("1. line 2 is missing in between"))
    expect(try share.before(), 1, "the audit log was changed", "[audit-changed]")
  }

  @Test func `an end that was cut off the audit log`() throws {
    #expect(try share.before().status == 0)
    _ = try bench.shell("sed -i '$d' log/audit.ndjson")
    #expect(
      try share.audit("verify").text.contains("line 2 is missing at the end: the log was cut"))
    try share.carryOut()
    expect(try share.after(), 1, "[audit-changed]", "[not-verified-before]")
  }

  @Test func `an older log with its head is found by the head of a report`() throws {
    _ = try bench.shell("cp -r log oud")
    #expect(try share.before("--out", "json=v.json").status == 0)
    let head = try #require(bench.text(of: "v.json")?.firstMatch(of: /"audit_head":"([^"]+)"/)?.1)
    #expect(try share.audit("verify", "--head", String(head)).status == 0)
    _ = try bench.shell("rm -r log; mv oud log")
    #expect(try share.audit("verify").status == 0)
    let run = try share.audit("verify", "--head", String(head))
    #expect(run.status == 1)
    #expect(run.text.contains("an older log was put back"))
  }

  // MARK: After

  @Test func `nothing counts without a passed verification before`() throws {
    try share.carryOut()
    expect(try share.after(), 1, "[not-verified-before]")
  }

  @Test func `a plan that was edited after its verification`() throws {
    #expect(try share.before().status == 0)
    try bench.write(share.planText + "# toch maar\n", to: "zaak/plan.yaml")
    try share.carryOut()
    expect(try share.after(), 1, "edited after 'erase verify-before'", "[plan-edited-since]")
  }

  /// Verifies before, carries the plan out, does something more, and verifies after.
  private func after(_ change: () throws -> Void) throws -> CommandRun {
    let before = try share.before()
    #expect(before.status == 0, "\(before.text)")
    try share.carryOut()
    try change()
    return try share.after()
  }

  @Test func `a file that was put back`() throws {
    let run = try after { _ = try bench.shell("mv weg/brief.txt share/dossier/") }
    expect(run, 1, "brief.txt: is there (again), with the same content", "[still-there]")
  }

  @Test func `a copy elsewhere`() throws {
    let run = try after { _ = try bench.shell("cp weg/brief.txt share/anders.dat") }
    expect(run, 1, "a copy with the same content is left:", "share/anders.dat", "[copy-left]")
  }

  @Test func `a row left in an export`() throws {
    let run = try after { try share.writeExport(hasRow: true) }
    expect(run, 1, "export.csv: it still tells of this person, in 1 place", "[passages-left]")
  }

  @Test func `a message left in a mailbox`() throws {
    let run = try after { try share.writeMailbox(hasMessage: true) }
    expect(run, 1, "post.mbox: it still tells of this person", "message", "[passages-left]")
  }

  @Test func `a member left in an archive`() throws {
    let run = try after { try share.writeArchive(hasMember: true) }
    expect(
      run, 1, "archief.zip: it still tells of this person", "brief aan J.P.txt", "[passages-left]")
  }

  @Test func `the letter in another form elsewhere`() throws {
    let run = try after {
      _ = try bench.shell("(cat weg/brief.txt; echo PS) | gzip > share/oud.gz")
    }
    expect(run, 1, "share/oud.gz: data of A are left here", "[place-left]")
  }

  @Test func `kept files that changed or went`() throws {
    let run = try after { _ = try bench.shell("echo x >> share/besluit.txt") }
    expect(run, 1, "besluit.txt: was to be kept as it was and has changed", "[kept-changed]")
    _ = try bench.shell("rm share/besluit.txt share/export.csv")
    expect(try share.after(), 1, "[kept-gone]", "[passages-file-gone]")
  }

  @Test func `what cannot be read never passes`() throws {
    let run = try after { _ = try bench.shell("head -c 5000 /dev/urandom > share/onbekend.bin") }
    expect(run, 3, "share/onbekend.bin: not examined", "[unread]", "not all could be read")
  }

  private static let canDropRights = getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0

  @Test(.enabled(if: Self.canDropRights, "needs root and setpriv"))
  func `a folder that cannot be looked into never passes`() throws {
    #expect(try share.before().status == 0)
    try share.carryOut()
    let variables = share.environment.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    let run = try bench.shell(
      """
      cp "$VINDPLAATS" vindplaats && chown -R 65534:65534 . && chmod 755 . && chmod 000 share/dossier
      \(variables) setpriv --reuid=65534 --regid=65534 --clear-groups \
        ./vindplaats erase verify-after zaak/plan.yaml --lang en
      """)
    expect(
      run, 3, "brief.txt: its folder cannot be looked into", "[folder-unlisted]",
      "share/dossier: not examined", "[unread]")
  }
}
