import ScanModel
import Testing

@testable import Erasure

/// What an officer may do to a plan, and what not.
@Suite struct PlanEditingTests {
  private let bench: PlanBench
  private let plan: ErasurePlan
  private let text: String

  init() throws {
    bench = try PlanBench()
    plan = bench.plan([
      bench.item(1, "a.txt", ItemDecision()), bench.item(2, "b.txt", ItemDecision()),
      bench.item(3, "c.txt", ItemDecision()),
    ])
    text = bench.text(plan)
  }

  private func problems(_ edited: String) throws -> [String] {
    #expect(edited != text)
    return try bench.check(edited).sealProblems(bench.seal).codes
  }

  private func error(_ edited: String) -> String {
    do throws(ConfigurationError) {
      _ = try PlanReader.reading(edited, file: "plan.yaml")
      return ""
    } catch {
      return error.description
    }
  }

  /// The text of one item, from its number on.
  private func items(_ text: String) -> [String] {
    let parts = text.split(separator: "\n- item: ", omittingEmptySubsequences: false)
    return parts.map { String($0) }
  }

  @Test func `decisions, order, layout and comments may be edited`() throws {
    var parts = items(text)
    parts.swapAt(1, 3)
    let edited = parts.joined(separator: "\n- item: ")
      .replacing("decision:\n", with: "decision:   passages   # overlegd\n")
      .replacing("note:\n", with: "note: 'na overleg'\n").replacing(
        "ground:", with: "ground: other")
    #expect(try problems(edited).isEmpty)
    let read = try PlanReader.reading(edited, file: "plan").plan
    #expect(read.items.map(\.decision.choice) == [.passages, .passages, .passages])
    #expect(read.items.map(\.decision.note) == ["na overleg", "na overleg", "na overleg"])
  }

  @Test(arguments: [
    ("/srv/share/b.txt", "/srv/share/z.txt"), ("inode: 102", "inode: 103"),
  ])
  func `another fact of an item is caught, by its number`(old: String, new: String) throws {
    #expect(try problems(text.replacing(old, with: new)) == ["plan-item-changed 2"])
  }

  @Test(arguments: [
    "size: 10", "bsn: 1", "score: 98", "¶3", "owner: \"jansen\"", "other_people: 3", "user: 1000",
  ])
  func `any fact of items is caught`(old: String) throws {
    #expect(
      try problems(
        text.replacing(
          old,
          with: old.replacing("1", with: "2").replacing("3", with: "4")
            .replacing("98", with: "97").replacing("jansen", with: "pietersen")))
        == ["plan-item-changed 1", "plan-item-changed 2", "plan-item-changed 3"])
  }

  @Test(arguments: [
    ("Z-2026-17\"\nmade", "Z-2026-18\"\nmade"), ("\"*.iso\"", "\"*\""),
    ("listed: 12", "listed: 11"),
    ("folder: true", "folder: false"), ("kaart.yaml", "ander.yaml"),
    ("path: \"/srv/share\"", "path: \"/srv/share/leeg\""),
    ("subjects: [\"A\"]", "subjects: [\"B\"]"),
  ])
  func `the head of the plan is caught`(old: String, new: String) throws {
    #expect(try problems(text.replacing(old, with: new)) == ["plan-changed"])
  }

  @Test func `a removed item is caught, by its number`() throws {
    var parts = items(text)
    parts.remove(at: 2)
    let edited = parts.joined(separator: "\n- item: ")
    #expect(try problems(edited) == ["plan-item-missing 2"])
    let fewer = edited.replacing("item_count: 3", with: "item_count: 2")
    #expect(try problems(fewer) == ["plan-item-added 3", "plan-item-missing 2"])
  }

  @Test func `an added item is caught`() throws {
    let other = bench.plan([bench.item(1, "a.txt"), bench.item(2, "b.txt")])
    let doubled = text + "\n- item: " + items(text)[2]
    #expect(try problems(doubled) == ["plan-item-added 2"])
    let fourth = text + "\n- item: 4" + items(bench.text(other))[2].dropFirst()
    #expect(try problems(fourth) == ["plan-item-added 4"])
  }

  @Test func `an item of another plan is caught`() throws {
    let item = bench.item(2, "b.txt", content: "anders")
    let other = ErasurePlan(
      id: "ffffffffffffffff", caseReference: plan.caseReference, made: plan.made,
      author: plan.author, program: plan.program, patterns: plan.patterns, recipe: plan.recipe,
      keyID: plan.keyID, auditHead: "", cards: plan.cards, holds: plan.holds, scope: plan.scope,
      coverage: plan.coverage, items: [bench.item(1, "a.txt"), item])
    var parts = items(text)
    parts[2] = items(bench.text(other))[2]
    #expect(try problems(parts.joined(separator: "\n- item: ")) == ["plan-item-changed 2"])
  }

  @Test(arguments: [
    ("decision:\n", "decision: wissen\n", "'decision' takes one of delete, passages, keep"),
    ("ground:\n", "ground: zomaar\n", "'ground' takes one of other-person, procedure"),
    ("until:\n", "until: 31-12-2027\n", "'until' takes a day such as 2027-06-30"),
    ("decision:\n", "beslissing:\n", "unknown key; known are"),
    ("size: 10", "size: veel", "'size' takes a whole number"),
    ("seal: ", "note: ", "a key stands twice"), ("plan: 1", "plan: 2", "a newer version"),
    ("changed: \"", "changed: \"x", "'changed' takes a moment"),
    ("    - part", "   - part", "not valid YAML"),
  ])
  func `a wrong word is an error with its line and what belongs there`(
    old: String, new: String, message: String
  ) throws {
    let edited = text.replacing(old, with: new)
    let line = try #require(
      edited.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains(new.split(separator: "\n")[0]) })
    #expect(error(edited).hasPrefix("plan.yaml:"))
    #expect(error(edited).contains(message), "\(error(edited))")
    if !message.contains("YAML"), !message.contains("twice") {
      #expect(error(edited).hasPrefix("plan.yaml:\(line + 1):"), "\(error(edited))")
    }
  }

  @Test func `no error repeats what was typed`() {
    #expect(!error(text.replacing("decision:\n", with: "decision: Geheim\n")).contains("Geheim"))
    #expect(!error(text.replacing("note:\n", with: "Geheim:\n")).contains("Geheim"))
  }
}
