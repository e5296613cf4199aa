internal import Anchors
internal import CByteClasses

/// Which instructions look through a text.
package enum TriggerPath: Sendable, CaseIterable {
  /// Plain C, for any processor.
  case portable
  case avx2
  case avx512

  /// The fastest that this machine has.
  package static var best: TriggerPath {
    switch vp_best_path() {
    case vp_path_avx512: .avx512
    case vp_path_avx2: .avx2
    default: .portable
    }
  }

  /// Whether this machine has it.
  package var isAvailable: Bool { vp_has_path(cValue) != 0 }

  var cValue: vp_path {
    switch self {
    case .portable: vp_path_portable
    case .avx2: vp_path_avx2
    case .avx512: vp_path_avx512
    }
  }
}

/// What the search stops at, in the form that the classifier reads; shared by all threads.
final class TriggerClasses: Sendable {
  /// Written in `init`, freed in `deinit`, only read in between.
  nonisolated(unsafe) private let classes: UnsafeMutablePointer<vp_classes>
  nonisolated(unsafe) private let tables: UnsafeMutablePointer<UInt64>
  private let path: vp_path
  /// Whether every digit is looked at, and not only the first of a run.
  let hasAnyDigits: Bool

  init(_ plan: AnchorPlan, path: TriggerPath) {
    self.path = path.cValue
    hasAnyDigits = plan.tables[AnchorPlan.anyDigits..<AnchorPlan.anyDigits + 2].contains {
      $0.count > 0
    }
    let words = plan.prefixes
    let sieves = words.pairs + words.triples + words.fives
    tables = .allocate(capacity: sieves.count)
    tables.initialize(from: sieves, count: sieves.count)
    classes = .allocate(capacity: 1)
    classes.initialize(to: vp_classes())
    classes.pointee.pairs = UnsafePointer(tables)
    classes.pointee.triples = UnsafePointer(tables + words.pairs.count)
    classes.pointee.fives = classes.pointee.triples + words.triples.count
    classes.pointee.has_words = words.isEmpty ? 0 : 1
    classes.pointee.marks.insert(plan.marks)
    for mark: Unicode.Scalar in ["(", "[", "^", "\t"] {
      classes.pointee.openings.insert(ByteSet(UInt8(ascii: mark)))
    }
    classes.pointee.first.insert(words.first)
    classes.pointee.second.insert(words.second)
  }

  deinit {
    classes.deallocate()
    tables.deallocate()
  }

  /// Fills the masks of `text`, a bit for each byte.
  func classify(
    _ text: UnsafeBufferPointer<UInt8>, digits: UnsafeMutablePointer<UInt64>,
    marks: UnsafeMutablePointer<UInt64>, words: UnsafeMutablePointer<UInt64>,
    openings: UnsafeMutablePointer<UInt64>
  ) {
    vp_classify(path, text.baseAddress, text.count, classes, digits, marks, words, openings)
  }
}

extension vp_ascii_set {
  /// Adds the bytes of `set` that are ASCII.
  fileprivate mutating func insert(_ set: ByteSet) {
    withUnsafeMutableBytes(of: &low) { low in
      for byte in set.bytes where byte < 0x80 { low[Int(byte & 15)] |= 1 << (byte >> 4) }
    }
  }
}
