internal import CPCRE2
internal import PatternCatalog

/// An expression as machine code; shared by all threads and never changed.
final class CompiledExpression: Sendable {
  /// The number of its pattern in the catalog.
  let patternIndex: Int
  /// Its number among the expressions of the pattern, cell expressions behind the others.
  let index: Int
  let isForCells: Bool
  let needsLabel: Bool
  let anchor: Anchor?
  /// Written once in `init`, freed in `deinit`; PCRE2 only reads it while matching.
  nonisolated(unsafe) let code: OpaquePointer

  /// Compiles with JIT; Unicode mode only where the expression asks for it, since it costs time.
  ///
  /// Throws `PatternError` with file and line where PCRE2 refuses the expression.
  init(
    _ expression: PatternExpression, index: Int, isForCells: Bool, patternIndex: Int, file: String,
    anchor: Anchor?
  ) throws(PatternError) {
    self.patternIndex = patternIndex
    self.index = index
    self.isForCells = isForCells
    needsLabel = expression.needsLabel
    self.anchor = anchor
    var options = UInt32(PCRE2_USE_OFFSET_LIMIT) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if expression.regex.needsUnicode { options |= UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) }
    var errorNumber: Int32 = 0
    var errorOffset = 0
    let bytes = Array(expression.regex.utf8)
    let compiled = pcre2_compile_8(
      bytes, bytes.count, options, &errorNumber, &errorOffset, nil)
    guard let compiled else {
      throw PatternError(
        file: file, line: expression.line,
        problem: "the expression fails at its character \(errorOffset + 1): "
          + errorText(errorNumber))
    }
    guard pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE)) == 0 else {
      pcre2_code_free_8(compiled)
      throw PatternError(
        file: file, line: expression.line, problem: "the expression is too large to compile")
    }
    code = compiled
  }

  deinit {
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
