internal import Cryptography
internal import Synchronization

/// The findings of a file while they come, on whichever thread; one goes from file to file.
final class FileFindings: Sendable {
  struct State {
    var packer: FindingPacker
    /// Under which id blocks were written before the end of the file; nil where none were.
    var examination: Int64?
    var blockCount = 0
    /// Findings that are written.
    var writtenCount = 0

    init(_ packer: FindingPacker) {
      self.packer = packer
    }

    /// Makes it ready for another file.
    mutating func removeAll() {
      packer.removeAll()
      examination = nil
      blockCount = 0
      writtenCount = 0
    }
  }

  private let state: Mutex<State>

  init(_ hasher: ValueHasher) {
    state = Mutex(State(FindingPacker(hasher)))
  }

  func gather(_ body: (inout State) -> Void) {
    state.withLock { body(&$0) }
  }
}
