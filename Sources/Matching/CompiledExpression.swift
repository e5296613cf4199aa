internal import CPCRE2
internal import PatternCatalog
internal import ScanModel
internal import Synchronization
internal import Validators

/// An expression with all that the search needs to know of it; machine code once it is needed.
final class CompiledExpression: Sendable {
  /// The number of its pattern in the catalog.
  let patternIndex: Int
  /// Its number among the expressions of the pattern, cell expressions behind the others.
  let index: Int
  let isForCells: Bool
  let needsLabel: Bool
  let isLookalike: Bool
  /// Whether its matches can begin only where the search says, not behind.
  let beginsAtStart: Bool
  /// Whether it speaks of characters and not of bytes.
  let isUnicode: Bool
  let validator: Validator?
  private let expression: PatternExpression
  private let file: String
  /// The address of what PCRE2 interprets, and that of machine code; 0 before they are needed.
  private let plain = Atomic<UInt>(0)
  private let machine = Atomic<UInt>(0)

  init(
    _ expression: PatternExpression, index: Int, of pattern: Pattern, patternIndex: Int,
    beginsAtStart: Bool
  ) {
    self.patternIndex = patternIndex
    self.index = index
    self.expression = expression
    self.beginsAtStart = beginsAtStart
    file = pattern.file
    isForCells = index >= pattern.expressions.count
    needsLabel = expression.needsLabel
    isLookalike = !pattern.isReported
    isUnicode = expression.isUnicode
    validator = pattern.validator
  }

  deinit {
    pcre2_code_free_8(OpaquePointer(bitPattern: plain.load(ordering: .acquiring)))
    pcre2_code_free_8(OpaquePointer(bitPattern: machine.load(ordering: .acquiring)))
  }

  /// What PCRE2 interprets: ready in a quarter of the time of machine code, and slower to run.
  ///
  /// Nil where there is machine code, or where more than one place is tried at once.
  func plainCode() throws(ConfigurationError) -> OpaquePointer? {
    guard beginsAtStart, machine.load(ordering: .relaxed) == 0 else { return nil }
    return try Self.once(plain) { () throws(ConfigurationError) in try compiled() }
  }

  /// Compiles with JIT, if that was not done before.
  ///
  /// Throws `ConfigurationError` with file and line where PCRE2 refuses the expression.
  func machineCode() throws(ConfigurationError) -> OpaquePointer {
    try Self.once(machine) { () throws(ConfigurationError) in try compiledByJIT() }
  }

  /// The code at an address, made if it is not there.
  private static func once(
    _ address: borrowing Atomic<UInt>, _ make: () throws(ConfigurationError) -> OpaquePointer
  ) throws(ConfigurationError) -> OpaquePointer {
    if let known = OpaquePointer(bitPattern: address.load(ordering: .acquiring)) { return known }
    let new = try make()
    let (isFirst, other) = address.compareExchange(
      expected: 0, desired: UInt(bitPattern: new), ordering: .acquiringAndReleasing)
    if isFirst { return new }
    pcre2_code_free_8(new)
    guard let first = OpaquePointer(bitPattern: other) else {
      preconditionFailure("code cannot vanish")
    }
    return first
  }

  private func compiled() throws(ConfigurationError) -> OpaquePointer {
    var options = UInt32(PCRE2_NEVER_BACKSLASH_C)
    // Where a match can begin in one place only, looking ahead for others costs more than it saves.
    options |=
      beginsAtStart
      ? UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_NO_START_OPTIMIZE) : UInt32(PCRE2_USE_OFFSET_LIMIT)
    if isUnicode { options |= UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) }
    var errorNumber: Int32 = 0
    var errorOffset = 0
    let bytes = Array(expression.regex.utf8)
    guard
      let code = pcre2_compile_8(bytes, bytes.count, options, &errorNumber, &errorOffset, nil)
    else {
      throw ConfigurationError(
        file: file, line: expression.line,
        problem: "the expression fails at its character \(errorOffset + 1): "
          + errorText(errorNumber))
    }
    return code
  }

  /// Others may be running it, so it stays as it is.
  private var copyOfPlainCode: OpaquePointer? {
    OpaquePointer(bitPattern: plain.load(ordering: .acquiring)).flatMap { pcre2_code_copy_8($0) }
  }

  private func compiledByJIT() throws(ConfigurationError) -> OpaquePointer {
    let code = if let copy = copyOfPlainCode { copy } else { try compiled() }
    guard pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 else {
      pcre2_code_free_8(code)
      throw ConfigurationError(
        file: file, line: expression.line, problem: "the expression is too large to compile")
    }
    return code
  }
}

private func errorText(_ number: Int32) -> String {
  var buffer = [UInt8](repeating: 0, count: 256)
  let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
  return String(decoding: buffer.prefix(Int(max(length, 0))), as: UTF8.self)
}
