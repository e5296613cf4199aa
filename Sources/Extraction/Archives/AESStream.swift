internal import Cryptography
import ScanModel

/// The content of a stream whose blocks are encrypted with AES and chained.
final class AESStream: UnpackingStream {
  private let input: PackedInput
  private let cipher: AES
  /// The encrypted block before the next one.
  private var chain: [UInt8]
  private var packed: [UInt8] = []
  private var plain: [UInt8] = []
  private var position = 0
  private(set) var failure: PartialReason?

  /// Nil for a key that AES does not know.
  init?(key: [UInt8], start: [UInt8], from stream: any UnpackingStream) {
    guard let cipher = AES(key: key) else { return nil }
    self.cipher = cipher
    chain = start
    input = PackedInput(stream)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if position == plain.count { decryptMore() }
    return buffer.copy(from: plain, at: &position)
  }

  /// Decrypts what is there of whole blocks.
  private func decryptMore() {
    while packed.count < AES.blockByteCount {
      input.fill()
      if input.isAtEnd {
        failure = input.failure
        return
      }
      packed.append(contentsOf: input.unread)
      input.take(input.unread.count)
    }
    let byteCount = packed.count / AES.blockByteCount * AES.blockByteCount
    plain = cipher.decrypt(packed.span.extracting(..<byteCount), chainedTo: chain)
    position = 0
    chain = Array(packed[byteCount - AES.blockByteCount..<byteCount])
    packed.removeFirst(byteCount)
  }
}
