internal import CPCRE2
internal import PatternCatalog
internal import Validators

/// An expression as machine code, with all that the search needs to know of it.
///
/// Plain values: copying one costs nothing. `CompiledPatterns` owns the code and frees it.
struct CompiledExpression {
  /// The number of its pattern in the catalog.
  let patternIndex: Int
  /// Its number among the expressions of the pattern, cell expressions behind the others.
  let index: Int
  let isForCells: Bool
  let needsLabel: Bool
  let anchor: Anchor?
  let validator: Validator?
  let code: OpaquePointer

  /// Compiles with JIT; Unicode mode only where the expression asks for it, since it costs time.
  ///
  /// Throws `PatternError` with file and line where PCRE2 refuses the expression.
  init(
    _ expression: PatternExpression, index: Int, of pattern: Pattern, patternIndex: Int,
    anchor: Anchor?
  ) throws(PatternError) {
    self.patternIndex = patternIndex
    self.index = index
    isForCells = index >= pattern.expressions.count
    needsLabel = expression.needsLabel
    self.anchor = anchor
    validator = pattern.validator
    code = try Self.compiled(expression, file: pattern.file)
  }

  private static func compiled(
    _ expression: PatternExpression, file: String
  ) throws(PatternError) -> OpaquePointer {
    var options = UInt32(PCRE2_USE_OFFSET_LIMIT) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if expression.regex.needsUnicode { options |= UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) }
    var errorNumber: Int32 = 0
    var errorOffset = 0
    let bytes = Array(expression.regex.utf8)
    guard
      let code = pcre2_compile_8(bytes, bytes.count, options, &errorNumber, &errorOffset, nil)
    else {
      throw PatternError(
        file: file, line: expression.line,
        problem: "the expression fails at its character \(errorOffset + 1): "
          + errorText(errorNumber))
    }
    guard pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 else {
      pcre2_code_free_8(code)
      throw PatternError(
        file: file, line: expression.line, problem: "the expression is too large to compile")
    }
    return code
  }

  /// Frees the code; the expression must not be used again.
  func free() {
    pcre2_code_free_8(code)
  }
}

extension String {
  /// Whether the expression speaks of more than ASCII.
  fileprivate var needsUnicode: Bool {
    !utf8.allSatisfy { $0 < 0x80 } || contains("\\p") || contains("\\P") || contains("\\x{")
      || contains("\\X") || contains("\\w") || contains("\\W") || contains("[[:")
  }
}

private func errorText(_ number: Int32) -> String {
  var buffer = [UInt8](repeating: 0, count: 256)
  let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
  return String(decoding: buffer.prefix(Int(max(length, 0))), as: UTF8.self)
}
