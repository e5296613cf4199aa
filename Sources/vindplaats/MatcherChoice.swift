internal import ArgumentParser
internal import Matching

/// How matches are sought; hidden, for benchmarks and for the doubtful.
enum MatcherChoice: String, ExpressibleByArgument, CaseIterable {
  case fast
  case portable
  case avx2
  case avx512
  /// Every expression with a pass of its own.
  case reference

  var search: CompiledPatterns.Search { self == .reference ? .reference : .anchored }

  var path: TriggerPath {
    switch self {
    case .fast, .reference: .best
    case .portable: .portable
    case .avx2: .avx2
    case .avx512: .avx512
    }
  }
}
