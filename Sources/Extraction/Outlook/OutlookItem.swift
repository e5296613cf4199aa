import CPFF
import Glibc
import ScanModel

/// A folder, message, attachment or list of recipients in an Outlook store.
struct OutlookItem: ~Copyable {
  typealias Pointer = UnsafeMutablePointer<libpff_item_t>

  private static let stringByteLimit = 64 << 20

  let pointer: Pointer

  /// Takes the item that `get` gives; nil where it gives none.
  init?(_ get: (UnsafeMutablePointer<Pointer?>) -> Int32) {
    var item: Pointer?
    guard get(&item) == 1, let item else {
      if item != nil { libpff_item_free(&item, nil) }
      return nil
    }
    pointer = item
  }

  deinit {
    var item: Pointer? = pointer
    libpff_item_free(&item, nil)
  }

  var identifier: UInt32 {
    var identifier: UInt32 = 0
    libpff_item_get_identifier(pointer, &identifier, nil)
    return identifier
  }

  var isFolder: Bool {
    var type: UInt8 = 0
    libpff_item_get_type(pointer, &type, nil)
    return UInt32(type) == LIBPFF_ITEM_TYPE_FOLDER.rawValue
  }

  // MARK: Folders

  var folderCount: Int { count { libpff_folder_get_number_of_sub_folders(pointer, $0, nil) } }
  var messageCount: Int { count { libpff_folder_get_number_of_sub_messages(pointer, $0, nil) } }
  /// The messages that programs keep in the folder: views, rules, settings.
  var associatedCount: Int {
    count { libpff_folder_get_number_of_sub_associated_contents(pointer, $0, nil) }
  }

  func folder(_ index: Int) -> OutlookItem? {
    OutlookItem { libpff_folder_get_sub_folder(pointer, Int32(index), $0, nil) }
  }

  func message(_ index: Int) -> OutlookItem? {
    OutlookItem { libpff_folder_get_sub_message(pointer, Int32(index), $0, nil) }
  }

  func associated(_ index: Int) -> OutlookItem? {
    OutlookItem { libpff_folder_get_sub_associated_content(pointer, Int32(index), $0, nil) }
  }

  // MARK: Messages

  var attachmentCount: Int {
    count { libpff_message_get_number_of_attachments(pointer, $0, nil) }
  }

  func attachment(_ index: Int) -> OutlookItem? {
    OutlookItem { libpff_message_get_attachment(pointer, Int32(index), $0, nil) }
  }

  func recipients() -> OutlookItem? {
    OutlookItem { libpff_message_get_recipients(pointer, $0, nil) }
  }

  func plainBody() -> [UInt8] {
    body(libpff_message_get_plain_text_body_size, libpff_message_get_plain_text_body)
  }

  func htmlBody() -> [UInt8] {
    body(libpff_message_get_html_body_size, libpff_message_get_html_body)
  }

  func rtfBody() -> [UInt8] {
    body(libpff_message_get_rtf_body_size, libpff_message_get_rtf_body)
  }

  // MARK: Attachments

  /// The item that is attached, where that is no file.
  func attachedItem() -> OutlookItem? {
    var type: Int32 = 0
    guard libpff_attachment_get_type(pointer, &type, nil) == 1,
      type == Int32(LIBPFF_ATTACHMENT_TYPE_ITEM.rawValue)
    else { return nil }
    return OutlookItem { libpff_attachment_get_item(pointer, $0, nil) }
  }

  /// The bytes of the attached file; nil where there is none.
  var attachedByteCount: Int? {
    var size: UInt64 = 0
    guard libpff_attachment_get_data_size(pointer, &size, nil) == 1 else { return nil }
    return Int(exactly: size)
  }

  private func count(_ get: (UnsafeMutablePointer<Int32>) -> Int32) -> Int {
    var count: Int32 = 0
    return get(&count) == 1 ? max(0, Int(count)) : 0
  }

  private func body(
    _ size: (Pointer?, UnsafeMutablePointer<Int>?, OpaqueError) -> Int32,
    _ body: (Pointer?, UnsafeMutablePointer<UInt8>?, Int, OpaqueError) -> Int32
  ) -> [UInt8] {
    var count = 0
    guard size(pointer, &count, nil) == 1, count > 0, count <= Self.stringByteLimit else {
      return []
    }
    var bytes = [UInt8](repeating: 0, count: count)
    guard body(pointer, &bytes, count, nil) == 1 else { return [] }
    while bytes.last == 0 { bytes.removeLast() }
    return bytes
  }

  typealias OpaqueError = UnsafeMutablePointer<UnsafeMutablePointer<libpff_error_t>?>?
}

/// An attached file as a member.
struct OutlookAttachmentSource: ByteSource, ~Copyable {
  private let attachment: OutlookItem.Pointer
  private let context: ExtractionContext
  private var restByteCount: Int

  /// `attachment` must live as long as this is read.
  init(_ attachment: OutlookItem.Pointer, byteCount: Int, context: ExtractionContext) {
    self.attachment = attachment
    self.context = context
    restByteCount = min(byteCount, context.limits.bytesPerEntry)
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    let wanted = min(buffer.count, restByteCount)
    guard wanted > 0 else { return 0 }
    let count = libpff_attachment_data_read_buffer(
      attachment, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), wanted, nil)
    guard count >= 0, context.spend(unpacked: count) else { throw ReadFailure(.limit) }
    restByteCount -= count
    return count
  }
}
