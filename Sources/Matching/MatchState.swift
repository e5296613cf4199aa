internal import CPCRE2

/// What one thread needs to run expressions: PCRE2's match data, limits and stack.
struct MatchState: ~Copyable {
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer
  private let ends: UnsafeMutablePointer<Int>

  /// A limit that no sane expression reaches on 400 bytes, and that stops others in milliseconds.
  private static let matchLimit: UInt32 = 100_000
  private static let stackByteCount = 512 << 10
  /// `PCRE2_UNSET`.
  private static let noOffsetLimit = Int(bitPattern: .max)

  init() {
    guard let data = pcre2_match_data_create_8(1, nil),
      let context = pcre2_match_context_create_8(nil),
      let stack = pcre2_jit_stack_create_8(32 << 10, Self.stackByteCount, nil),
      let ends = pcre2_get_ovector_pointer_8(data)
    else { preconditionFailure("no memory for the regular expression engine") }
    self.data = data
    self.context = context
    self.stack = stack
    self.ends = ends
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_depth_limit_8(context, Self.matchLimit)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }

  enum Result {
    /// Where the match lies, and where the attempt that found it began (before it, under `\K`).
    case match(Range<Int>, start: Int)
    case none
    /// The match limit or the stack's end was reached.
    case stopped
  }

  /// Finds the first match that begins in `starts` (offsets into `subject`, both ends included).
  ///
  /// Code that was compiled to begin at the start is tried there alone.
  @inline(__always)
  func firstMatch(
    of code: ExpressionRunner.Code, in subject: UnsafeBufferPointer<UInt8>,
    startingIn starts: ClosedRange<Int>
  ) -> Result {
    let result: Int32
    switch code {
    case .machine(let code):
      pcre2_set_offset_limit_8(context, starts.upperBound)
      result = pcre2_jit_match_8(
        code, subject.baseAddress, subject.count, starts.lowerBound, 0, data, context)
    case .plain(let code):
      pcre2_set_offset_limit_8(context, Self.noOffsetLimit)
      result = pcre2_match_8(
        code, subject.baseAddress, subject.count, starts.lowerBound, UInt32(PCRE2_NO_UTF_CHECK),
        data, context)
    }
    if result >= 0 {
      return .match(
        ends[0]..<max(ends[1], ends[0]), start: Int(pcre2_get_startchar_8(data)))
    }
    return result == PCRE2_ERROR_NOMATCH ? .none : .stopped
  }
}
