import Foundation
import ScanModel
import TestSupport
import Testing

@testable import Erasure

@Suite struct PlanFileTests {
  private struct WorkError: Error, Equatable {}

  private let folder: TemporaryFolder
  private let path: FilePath

  init() throws {
    folder = try TemporaryFolder()
    path = FilePath("\(folder.path)/plan.yaml")
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func `is written whole, for its owner alone, once the work is done`() throws {
    try PlanFile.write("plan", to: path) {
      #expect(!FileManager.default.fileExists(atPath: path.lossyText))
    }
    #expect(try names == ["plan.yaml"])
    var status = stat()
    #expect(stat(path.cString, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `nothing is left where the work fails`() throws {
    #expect(throws: WorkError()) { try PlanFile.write("plan", to: path) { throw WorkError() } }
    #expect(try names.isEmpty)
  }

  @Test func `what is there is never replaced`() throws {
    try folder.write("oud", to: "plan.yaml")
    #expect(throws: PlanFile.Failure.exists) { try PlanFile.write("plan", to: path) {} }
    #expect(try names == ["plan.yaml"])
    try FileManager.default.removeItem(atPath: path.lossyText)
    // Somebody makes it meanwhile.
    #expect(throws: PlanFile.Failure.exists) {
      try PlanFile.write("plan", to: path) { try folder.write("oud", to: "plan.yaml") }
    }
    #expect(try String(contentsOfFile: path.lossyText, encoding: .utf8) == "oud")
    #expect(try names == ["plan.yaml"])
  }
}
