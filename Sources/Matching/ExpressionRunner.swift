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
  /// Its machine code, once it was needed.
  private var code: OpaquePointer?
  /// Where in the block the next match may begin.
  var resume = 0
  /// Where in the block the last attempt began that led to a match.
  var attempted = -1
  /// Whether it was stopped by its limit in this text.
  private(set) var isStopped = false

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

  mutating func stop() {
    isStopped = true
  }

  /// Its machine code; expressions that do not compile were refused before.
  mutating func preparedCode() -> OpaquePointer {
    if let code { return code }
    do throws(ConfigurationError) {
      let new = try expression.machineCode()
      code = new
      return new
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
