internal import Foundation
internal import TestSupport

/// A share with data of one made-up person among those of others, and the steps of a deletion in it.
package struct EraseShare {
  package let bench: CommandBench

  /// What stands in the share of the person.
  package static let bsn = "999990019"
  package static let name = "J.P. de Canarievogel"

  package init() throws {
    bench = try CommandBench()
    try bench.write(
      """
      reference: A
      case: Z-2026-17
      first: Jan Pieter
      prefix: de
      surname: Canarievogel
      bsn: '999990019'
      birth-date: 1985-03-12
      email: jan.canarievogel@voorbeeld.nl
      """, to: "zaak/kaart.yaml")
    _ = try bench.shell("chmod 600 zaak/kaart.yaml")
    try bench.write(Self.letter, to: "share/dossier/brief.txt")
    try bench.write(Self.decision, to: "share/besluit.txt")
    try bench.write("Vergadering om tien uur.\n", to: "share/notulen.txt")
    try writeExport(hasRow: true)
    try writeMailbox(hasMessage: true)
    try writeArchive(hasMember: true)
  }

  package static let letter = "Geachte heer \(name),\nuw BSN: \(bsn) staat bij ons bekend.\n"
  package static let decision = "Besluit over \(name), BSN: \(bsn).\n"

  /// Rows of other people, and one of the person where `hasRow`.
  package func writeExport(hasRow: Bool) throws {
    var rows = ["naam;bsn;mail", "K. Lijster;999999990;k.lijster@voorbeeld.nl"]
    if hasRow { rows.append("\(Self.name);\(Self.bsn);jan.canarievogel@voorbeeld.nl") }
    rows.append("M. Ekster;999992168;m.ekster@voorbeeld.nl")
    try bench.write(rows.joined(separator: "\n") + "\n", to: "share/export.csv")
  }

  /// Messages of other people, and one of the person where `hasMessage`.
  package func writeMailbox(hasMessage: Bool) throws {
    var messages = [Self.message(from: "k.lijster@voorbeeld.nl", "Tot morgen.")]
    if hasMessage {
      messages.append(
        Self.message(from: "jan.canarievogel@voorbeeld.nl", "Mijn BSN: \(Self.bsn)."))
    }
    messages.append(Self.message(from: "m.ekster@voorbeeld.nl", "Tot overmorgen."))
    try bench.write(messages.joined(), to: "share/post.mbox")
  }

  private static func message(from sender: String, _ text: String) -> String {
    """
    From \(sender) Mon May  4 10:00:00 2026
    From: \(sender)
    To: balie@voorbeeld.nl
    Subject: Afspraak
    Date: Mon, 4 May 2026 10:00:00 +0200
    Content-Type: text/plain; charset=utf-8

    \(text)


    """
  }

  /// A zip with a member of others, and one of the person where `hasMember`.
  package func writeArchive(hasMember: Bool) throws {
    try bench.write(Self.letter, to: "pak/brief aan J.P.txt")
    try bench.write("Lijst van vergaderingen.\n", to: "pak/lijst.txt")
    let members = hasMember ? "'brief aan J.P.txt' lijst.txt" : "lijst.txt"
    let run = try bench.shell(
      "cd pak && rm -f ../share/archief.zip && python3 -m zipfile -c ../share/archief.zip \(members)"
    )
    guard run.status == 0 else { throw WriteError() }
  }

  // MARK: Steps

  /// Runs `erase` with the store's key and an audit log of the test's own.
  package func erase(_ arguments: String...) throws -> CommandRun {
    try bench.start(["erase"] + arguments + ["--lang", "en"], environment: environment).finish()
  }

  package func audit(_ arguments: String...) throws -> CommandRun {
    try bench.start(["audit"] + arguments + ["--lang", "en"], environment: environment).finish()
  }

  package var environment: [String: String] {
    bench.storeEnvironment.merging([
      "VINDPLAATS_STORE": "none", "VINDPLAATS_AUDIT": "\(bench.folder.path)/log/audit.ndjson",
    ]) { $1 }
  }

  package func plan(_ more: String...) throws -> CommandRun {
    try bench.start(
      ["erase", "plan", "--subject", "zaak/kaart.yaml", "--out", "zaak/plan.yaml", "--lang", "en"]
        + (more.contains("--paths") ? more : ["share"] + more), environment: environment
    ).finish()
  }

  package func before(_ more: String...) throws -> CommandRun {
    try bench.start(
      ["erase", "verify-before", "zaak/plan.yaml", "--lang", "en"] + more, environment: environment
    ).finish()
  }

  package func after(_ more: String...) throws -> CommandRun {
    try bench.start(
      ["erase", "verify-after", "zaak/plan.yaml", "--lang", "en"] + more, environment: environment
    ).finish()
  }

  package var planText: String { bench.text(of: "zaak/plan.yaml") ?? "" }

  /// Fills in lines such as `decision: delete` at the items whose paths end so.
  package func decide(_ decisions: [String: [String]]) throws {
    var ending: String?
    let lines = planText.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("  path: ") {
        ending = decisions.keys.first { line.hasSuffix("\($0)\"") }
      }
      guard let ending,
        let filled = decisions[ending]?.first(where: { filled in
          line.hasPrefix("  \(filled.prefix { $0 != ":" }):")
        })
      else { return String(line) }
      return "  \(filled)"
    }
    try bench.write(lines.joined(separator: "\n"), to: "zaak/plan.yaml")
  }

  /// The decisions of an officer about everything that lies in the share at first.
  package func decideAll() throws {
    try decide([
      "brief.txt": ["decision: delete"], "export.csv": ["decision: passages"],
      "post.mbox": ["decision: passages"], "archief.zip": ["decision: passages"],
      "besluit.txt": ["decision: keep", "ground: retention", "until: 2099-12-31"],
    ])
  }

  /// Moves and rewrites everything as decided.
  package func carryOut() throws {
    let run = try bench.shell("mkdir -p weg && mv share/dossier/brief.txt weg/")
    guard run.status == 0 else { throw WriteError() }
    try writeExport(hasRow: false)
    try writeMailbox(hasMessage: false)
    try writeArchive(hasMember: false)
  }
}
