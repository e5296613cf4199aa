/// How the scan of one listed file ended.
package enum Outcome: Hashable, Sendable {
  /// Every byte was examined.
  case scanned
  /// Findings are complete up to `examinedByteCount` only.
  case partial(PartialReason, examinedByteCount: Int)
  /// Nothing of it was examined.
  case notExamined(NotExaminedReason)
}

/// Why a file was examined in part; the raw value is the stable code of reports.
package enum PartialReason: String, Hashable, Sendable, CaseIterable {
  /// Reading failed half-way.
  case readError = "read-error"
  /// It grew, shrank or was replaced while it was read.
  case changed = "changed"
  /// A pattern reached its match limit in this file and was left out for the rest of it.
  case patternStopped = "pattern-stopped"
  /// It has parts whose encoding (base64, quoted-printable, RTF …) is not read yet.
  case encodedParts = "encoded-parts"
  /// Its form broke off or could not be followed; the rest was read as running text.
  case malformed = "malformed"
  /// It is no text; only the runs of text in it were read.
  case textInBinary = "text-in-binary"
  /// The scan was interrupted while the file was read.
  case interrupted = "interrupted"
  /// The process that read it ended before it was done.
  case crash = "crash"
  /// It took longer than its time.
  case time = "time"
  /// It needed more memory than a reader may have.
  case memory = "memory"
  /// Parts of it are under a password that is not known.
  case encrypted = "encrypted"
  /// It holds more, or holds it deeper, than is read of one file.
  case limit = "limit"
  /// It has pictures or pages that may hold text and were not read by OCR.
  case needsOCR = "needs-ocr"
  /// Its sound and film were not written out; only what it says of itself was read.
  case notTranscribed = "not-transcribed"
  /// It holds members of a type that has no reader.
  case unsupportedMembers = "unsupported-members"
}

extension PartialReason {
  /// Whether it lies in the bytes, so that reading them again would end the same way.
  package var isOfContent: Bool {
    switch self {
    case .readError, .changed, .interrupted: false
    case .patternStopped, .encodedParts, .malformed, .textInBinary, .crash, .time, .memory,
      .encrypted, .limit, .needsOCR, .notTranscribed, .unsupportedMembers:
      true
    }
  }
}

/// Why nothing of a listed file was examined.
package enum NotExaminedReason: Hashable, Sendable {
  /// No extractor for this type of content.
  case unsupportedType
  case encrypted
  /// Opening or the first read failed; the number is the system's errno.
  case unreadable(Int32)
  /// A directory could not be listed (errno), or not wholly: what lies below it is not known.
  case directoryUnreadable(Int32)
  /// Gone between listing and opening.
  case vanished
  /// Larger than the limit that the user set.
  case tooLarge
  /// FIFO, socket or device; never opened.
  case special
  /// The scan was interrupted before its turn.
  case interrupted

  /// The stable code of reports.
  package var code: String {
    switch self {
    case .unsupportedType: "unsupported-type"
    case .encrypted: "encrypted"
    case .unreadable: "unreadable"
    case .directoryUnreadable: "directory-unreadable"
    case .vanished: "vanished"
    case .tooLarge: "too-large"
    case .special: "special"
    case .interrupted: "interrupted"
    }
  }

  /// The system's error number, where there is one.
  package var errorNumber: Int32? {
    switch self {
    case .unreadable(let number), .directoryUnreadable(let number): number
    default: nil
    }
  }
}

/// Why an entry was left out by choice; such entries are counted beside the listed files.
package enum LeftOutReason: String, Hashable, Sendable, CaseIterable {
  /// Matched by `--exclude`, or not matched by any `--include`.
  case excluded = "excluded"
  /// A symbolic link that was not followed.
  case symbolicLink = "symbolic-link"
  /// A link that leads out of the roots or back to a directory already seen.
  case linkLoopOrOutside = "link-loop-or-outside"
  /// A directory on another file system than its root.
  case otherFileSystem = "other-file-system"
  /// A directory of a pseudo file system such as /proc.
  case pseudoFileSystem = "pseudo-file-system"
  /// A file that the program writes itself, such as its store.
  case ownFile = "own-file"
}

/// The counts of a run: what was listed and how each of it ended.
package struct Coverage: Hashable, Sendable {
  package private(set) var listedCount = 0
  package private(set) var scannedCount = 0
  package private(set) var partial: [PartialReason: Int] = [:]
  /// By the code of the reason.
  package private(set) var notExamined: [String: Int] = [:]
  /// Files of a type without an extractor, by content type id.
  package private(set) var unsupportedTypes: [String: Int] = [:]
  package private(set) var leftOut: [LeftOutReason: Int] = [:]
  /// Bytes that were examined.
  package private(set) var examinedByteCount = 0

  package init() {}

  /// Counts a file that was listed, before its outcome is known.
  package mutating func list() {
    listedCount += 1
  }

  /// Counts how a listed file ended.
  package mutating func end(_ outcome: Outcome, contentType: String, byteCount: Int) {
    switch outcome {
    case .scanned:
      scannedCount += 1
      examinedByteCount += byteCount
    case .partial(let reason, let examinedByteCount):
      partial[reason, default: 0] += 1
      self.examinedByteCount += examinedByteCount
    case .notExamined(let reason):
      notExamined[reason.code, default: 0] += 1
      if reason == .unsupportedType { unsupportedTypes[contentType, default: 0] += 1 }
    }
  }

  package mutating func leaveOut(_ reason: LeftOutReason) {
    leftOut[reason, default: 0] += 1
  }

  package var partialCount: Int { partial.values.reduce(0, +) }
  package var notExaminedCount: Int { notExamined.values.reduce(0, +) }

  /// Listed files that have not ended; 0 at the end of a run.
  package var openCount: Int { listedCount - scannedCount - partialCount - notExaminedCount }

  /// Whether every listed file has ended: listed = scanned + partial + not examined.
  package var isConserved: Bool { openCount == 0 }

  /// Whether every listed file was examined to its last byte.
  package var isComplete: Bool { isConserved && partialCount == 0 && notExaminedCount == 0 }
}
