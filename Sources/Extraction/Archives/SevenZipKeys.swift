internal import Cryptography
import ScanModel

/// The keys that the given passwords make for a 7z archive.
///
/// Source: 7-Zip, CPP/7zip/Crypto/7zAes.cpp.
final class SevenZipKeys {
  /// The most rounds that one key may take; 7-Zip makes 2^19.
  private static let powerLimit = 24
  /// The power that stands for no digest at all.
  private static let noDigest = 0x3F

  private let passwords: [[UInt8]]
  private var known: [Settings: [Int: [UInt8]]] = [:]
  /// What the keys of the archive may still cost: one of the most rounds, and two of 2^19 for each
  /// password.
  private var restRoundCount: Int
  /// The numbers of the passwords in the order in which they are best tried.
  private(set) var order: [Int]

  /// How a key is made, and how the blocks begin that it opens.
  struct Settings: Hashable {
    fileprivate var power = 0
    fileprivate var salt: [UInt8] = []

    /// The first power byte, two lengths, the salt and the start of the chain of blocks.
    init?(_ properties: [UInt8], start: inout [UInt8]) {
      guard let first = properties.first else { return nil }
      power = Int(first & 0x3F)
      start = [UInt8](repeating: 0, count: AES.blockByteCount)
      guard first & 0xC0 != 0 else { return }
      guard properties.count >= 2 else { return nil }
      let saltByteCount = Int(first >> 7) + Int(properties[1] >> 4)
      let startByteCount = Int(first >> 6 & 1) + Int(properties[1] & 0x0F)
      guard properties.count >= 2 + saltByteCount + startByteCount else { return nil }
      salt = Array(properties[2..<2 + saltByteCount])
      for index in 0..<startByteCount { start[index] = properties[2 + saltByteCount + index] }
    }
  }

  init(_ context: ExtractionContext) {
    passwords = context.passwords.map { OfficePassword($0).utf16Bytes }
    order = Array(passwords.indices)
    restRoundCount = 1 << Self.powerLimit + passwords.count << 20
  }

  /// Has a password that was right be the first to be tried.
  func prefer(_ number: Int) {
    order.removeAll { $0 == number }
    order.insert(number, at: 0)
  }

  /// The key that a password makes.
  func key(ofPassword number: Int, _ settings: Settings) throws(ReadFailure) -> [UInt8] {
    if let key = known[settings]?[number] { return key }
    let key: [UInt8]
    if settings.power == Self.noDigest {
      key = Array((settings.salt + passwords[number] + [UInt8](repeating: 0, count: 32)).prefix(32))
    } else {
      guard settings.power <= Self.powerLimit, 1 << settings.power <= restRoundCount else {
        throw ReadFailure(.limit)
      }
      restRoundCount -= 1 << settings.power
      key = Self.digest(settings.salt + passwords[number], roundCount: 1 << settings.power)
    }
    known[settings, default: [:]][number] = key
    return key
  }

  /// The digest of the secret with the number of the round behind it, over all rounds.
  private static func digest(_ secret: [UInt8], roundCount: Int) -> [UInt8] {
    // As many rounds as give whole blocks, whatever the length of the secret is.
    let bundled = min(roundCount, SHA256.blockByteCount)
    let byteCount = secret.count + 8
    var message: [UInt8] = []
    for _ in 0..<bundled { message += secret + [UInt8](repeating: 0, count: 8) }
    var digest = SHA256()
    var round = 0
    while true {
      for index in 0..<bundled {
        let number = round + index
        for byte in 0..<4 {
          message[index * byteCount + secret.count + byte] = UInt8(
            truncatingIfNeeded: number >> (8 * byte))
        }
      }
      round += bundled
      guard round < roundCount else { break }
      digest.add(message.span)
    }
    return digest.finish(message)
  }
}
