import CArchive
import Glibc
import ScanModel

/// The formats of archives that are read with libarchive; the others it knows are never asked.
enum ArchiveFormat {
  case tar, cpio, ar, sevenZip, rar
  /// Entries of a zip archive, by their own headers.
  case zipEntries
  /// Any bytes, as one entry.
  case raw
  /// No bytes at all, as no entry.
  case empty
}

/// The ways of compressing that are undone with libarchive.
enum ArchiveFilter {
  case bzip2, xz, lzma, lzip, zstd, lz4, compress
}

/// An archive that libarchive reads from memory or from unpacked content.
struct ArchiveHandle: ~Copyable {
  /// Valid as long as the handle is.
  let pointer: OpaquePointer?

  /// What was found where the next entry was sought.
  enum Step {
    case entry
    /// An entry that cannot be read; the next may be.
    case skipped(PartialReason)
    case end
    case failed(PartialReason)
  }

  init(formats: [ArchiveFormat], filter: ArchiveFilter? = nil) {
    pointer = archive_read_new()
    for format in formats {
      switch format {
      case .tar: archive_read_support_format_tar(pointer)
      case .cpio: archive_read_support_format_cpio(pointer)
      case .ar: archive_read_support_format_ar(pointer)
      case .sevenZip: archive_read_support_format_7zip(pointer)
      case .rar:
        archive_read_support_format_rar(pointer)
        archive_read_support_format_rar5(pointer)
      case .zipEntries: archive_read_support_format_zip_streamable(pointer)
      case .raw: archive_read_support_format_raw(pointer)
      case .empty: archive_read_support_format_empty(pointer)
      }
    }
    switch filter {
    case .bzip2: archive_read_support_filter_bzip2(pointer)
    case .xz: archive_read_support_filter_xz(pointer)
    case .lzma: archive_read_support_filter_lzma(pointer)
    case .lzip: archive_read_support_filter_lzip(pointer)
    case .zstd: archive_read_support_filter_zstd(pointer)
    case .lz4: archive_read_support_filter_lz4(pointer)
    case .compress: archive_read_support_filter_compress(pointer)
    case nil: break
    }
  }

  deinit {
    archive_read_free(pointer)
  }

  /// Opens an archive whose bytes stay where they are as long as it is read.
  func open(_ bytes: UnsafeRawBufferPointer) {
    archive_read_open_memory(pointer, bytes.baseAddress, bytes.count)
  }

  /// Opens the archive that `input` holds; it must live as long as the archive is read.
  func open(_ input: PackedInput) {
    archive_read_open(
      pointer, Unmanaged.passUnretained(input).toOpaque(), nil,
      { _, input, piece in
        guard let input, let piece else { return 0 }
        let next = Unmanaged<PackedInput>.fromOpaque(input).takeUnretainedValue().nextPiece()
        piece.pointee = next.baseAddress
        return next.count
      }, nil)
  }

  /// Goes to the next entry; `entry` is valid until the one after it.
  func next(_ entry: inout OpaquePointer?) -> Step {
    // Where a name cannot be converted, libarchive ends the process if this says ENOMEM, whoever set it.
    errno = 0
    switch archive_read_next_header(pointer, &entry) {
    case ARCHIVE_OK, ARCHIVE_WARN: return .entry
    case ARCHIVE_EOF: return .end
    case ARCHIVE_RETRY, ARCHIVE_FAILED: return .skipped(Self.reason(of: pointer))
    default: return .failed(Self.reason(of: pointer))
    }
  }

  /// Whether a tar that was read to its end has none: no block of zeros behind its last entry.
  ///
  /// libarchive takes the end of the file for that of the archive; what lay behind it is not known.
  func isTarCut(of bytes: UnsafeRawBufferPointer) -> Bool {
    let isReadWhole = archive_filter_bytes(pointer, -1) >= bytes.count
    return isReadWhole && bytes.suffix(Self.tarBlock).contains { $0 != 0 }
  }

  private static let tarBlock = 512

  /// Why libarchive could not go on, read from what it says.
  static func reason(of pointer: OpaquePointer?) -> PartialReason {
    guard let message = archive_error_string(pointer) else { return .malformed }
    let text = String(cString: message)
    if text.contains("ncrypt") || text.contains("Crypto")
      || text.contains("assphrase")
    {
      return .encrypted
    }
    if text.contains("memory") { return .limit }
    let words = ["nsupported", "not supported", "unavailable", "olid ", "codec"]
    for word in words where text.contains(word) {
      return .unsupportedMembers
    }
    return .malformed
  }
}

extension String {
  /// Whether `word` stands in the text.
  fileprivate func contains(_ word: String) -> Bool {
    let text = Array(utf8)
    let word = Array(word.utf8)
    guard text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { text[$0...].starts(with: word) }
  }
}
