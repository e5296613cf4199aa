internal import PatternCatalog
internal import ScanModel
internal import Validators

/// One expression as a thread runs it through a text.
struct ExpressionRunner {
  let patternIndex: Int
  let index: Int
  let needsLabel: Bool
  /// Whether a match of it keeps others of the same expression from overlapping it.
  let takesRoom: Bool
  let validator: Validator?
  private let expression: CompiledExpression
  /// What it was last tried with.
  private var code: Code?
  /// How often it may still be tried before machine code is made of it.
  private var plainTries = Self.mostPlainTries
  /// Where in the block the next match may begin.
  var resume = 0
  /// Where in the block the last attempt began that led to a match.
  var attempted = -1
  /// How often it was sought, and how often something was found.
  private var soughtCount = 0
  private var foundCount = 0
  /// Whether it was stopped by its limit in this text.
  private(set) var isStopped = false

  /// Most expressions are not tried so often in a small file.
  private static let mostPlainTries = 4

  /// An expression as PCRE2 has compiled it.
  enum Code {
    case plain(OpaquePointer)
    case machine(OpaquePointer)
  }

  init(_ expression: CompiledExpression) {
    self.expression = expression
    patternIndex = expression.patternIndex
    index = expression.index
    needsLabel = expression.needsLabel
    takesRoom = !expression.needsLabel && !expression.isLookalike
    validator = expression.validator
  }

  /// Begins with a block in which the next match may begin from `position` on.
  mutating func begin(at position: Int) {
    resume = position
    attempted = -1
    isStopped = false
  }

  /// Whether it is found nearly wherever it is sought: what else must be there is then better asked first.
  var isFoundMostly: Bool { soughtCount > 16 && foundCount > soughtCount - soughtCount / 4 }

  mutating func noteFound() { foundCount += 1 }

  mutating func stop() {
    isStopped = true
  }

  /// What it is tried with next; expressions that do not compile were refused before.
  mutating func preparedCode() -> Code {
    soughtCount += 1
    switch code {
    case .machine(let known): return .machine(known)
    case .plain(let known) where plainTries > 0:
      plainTries -= 1
      return .plain(known)
    case .plain, nil: break
    }
    do throws(ConfigurationError) {
      let new: Code
      if plainTries > 0, let plain = try expression.plainCode() {
        new = .plain(plain)
      } else {
        new = .machine(try expression.machineCode())
      }
      code = new
      return new
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
