/// The message authentication code HMAC with SHA-1.
///
/// Source: RFC 2104.
struct HMACSHA1 {
  /// The digests behind the block that holds the key, within and without.
  private var inner = SHA1()
  private var outer = SHA1()

  init(key: [UInt8]) {
    var block = key.count > SHA1.blockByteCount ? SHA1.digest(key) : key
    block += [UInt8](repeating: 0, count: SHA1.blockByteCount - block.count)
    let within = block.map { $0 ^ 0x36 }
    let without = block.map { $0 ^ 0x5C }
    inner.add(within.span)
    outer.add(without.span)
  }

  func code(of message: Span<UInt8>) -> [UInt8] {
    var within = inner
    within.add(message)
    let rest = message.count % SHA1.blockByteCount
    let digest = within.finish(message.bytes(message.count - rest..<message.count))
    var without = outer
    return without.finish(digest)
  }
}
