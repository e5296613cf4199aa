internal import Cryptography
internal import Foundation
internal import ScanModel

/// A decision as a line of NDJSON, for other stores under the same key.
struct DecisionRecord: Codable {
  /// A file that a decision on a single finding has followed.
  struct File: Codable, Hashable {
    let path: PathText?
    /// SHA-256 of its content, in hexadecimal digits, with its size.
    let content: String?
    let bytes: Int?
  }

  /// A path as text, and its bytes in base64 where they are no text.
  struct PathText: Codable, Hashable {
    private enum CodingKeys: String, CodingKey {
      case text = "path"
      case bytes = "path_b64"
    }

    let text: String
    let bytes: Data?

    init(_ path: FilePath) {
      text = path.lossyText
      bytes = path.utf8Text == nil ? Data(path.bytes) : nil
    }

    var filePath: FilePath { bytes.map { FilePath(Array($0)) } ?? FilePath(text) }
  }

  var type = "decision"
  let verdict: String
  let kind: String
  let hash: String?
  let place: PathText?
  let part: String?
  let reason: String
  let author: String
  let made: Int64
  let expires: Int64?
  let withdrawn: Int64?
  let files: [File]

  init(_ decision: Decision, files: [File]) {
    verdict = decision.verdict.rawValue
    kind = decision.kind
    hash = decision.hash.map { Hexadecimal.text(of: $0.bytes) }
    place = decision.path.map(PathText.init)
    part = decision.part
    reason = decision.reason
    author = decision.author
    made = decision.made
    expires = decision.expires
    withdrawn = decision.withdrawn
    self.files = files
  }

  /// nil for what no export writes.
  var decision: Decision? {
    guard type == "decision", let verdict = DecisionVerdict(rawValue: verdict) else { return nil }
    let value = hash.flatMap { Hexadecimal.bytes(of: $0) }.flatMap { ValueHash($0) }
    let path = place?.filePath
    guard (hash == nil) == (value == nil), value != nil || path != nil,
      path.map(\.isUsable) ?? true, files.allSatisfy({ $0.path?.filePath.isUsable ?? true })
    else { return nil }
    return Decision(
      id: 0, verdict: verdict, kind: kind, hash: value, path: path, part: part, reason: reason,
      author: author, made: made, expires: expires, withdrawn: withdrawn)
  }
}

/// The first line of an export.
struct DecisionHeader: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, schema
    case keyID = "key_id"
  }

  static let schema = 1

  var type = "decisions"
  var schema = Self.schema
  /// Which key the hashes were made with, in hexadecimal digits.
  let keyID: String
}

extension FilePath {
  /// Whether it is absolute and free of NUL.
  fileprivate var isUsable: Bool { bytes.first == UInt8(ascii: "/") && !bytes.contains(0) }
}
