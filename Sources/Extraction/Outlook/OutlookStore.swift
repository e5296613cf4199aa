import CPFF

/// An Outlook store that libpff reads from memory.
struct OutlookStore: ~Copyable {
  private let bytes: OutlookBytesHandle
  private let file: UnsafeMutablePointer<libpff_file_t>

  /// Opens the store whose bytes stay where they are as long as it is open.
  init?(_ bytes: UnsafeRawBufferPointer) {
    libpff_notify_set_verbose(0)
    var file: UnsafeMutablePointer<libpff_file_t>?
    guard let bytes = OutlookBytesHandle(bytes), libpff_file_initialize(&file, nil) == 1, let file
    else { return nil }
    let flags = Int32(LIBPFF_ACCESS_FLAG_READ.rawValue)
    guard libpff_file_open_file_io_handle(file, bytes.pointer, flags, nil) == 1 else {
      var unopened: UnsafeMutablePointer<libpff_file_t>? = file
      libpff_file_free(&unopened, nil)
      return nil
    }
    self.bytes = bytes
    self.file = file
  }

  deinit {
    var file: UnsafeMutablePointer<libpff_file_t>? = file
    libpff_file_close(file, nil)
    libpff_file_free(&file, nil)
  }

  var isCorrupted: Bool { libpff_file_is_corrupted(file, nil) != 0 }

  func rootFolder() -> OutlookItem? {
    OutlookItem { libpff_file_get_root_folder(file, $0, nil) }
  }

  /// The properties of the store itself.
  func messageStore() -> OutlookItem? {
    OutlookItem { libpff_file_get_message_store(file, $0, nil) }
  }

  /// Finds items that no folder holds any more; returns how many.
  func recover() -> (orphanCount: Int, recoveredCount: Int) {
    guard libpff_file_recover_items(file, 0, nil) == 1 else { return (0, 0) }
    var orphanCount: Int32 = 0
    var recoveredCount: Int32 = 0
    libpff_file_get_number_of_orphan_items(file, &orphanCount, nil)
    libpff_file_get_number_of_recovered_items(file, &recoveredCount, nil)
    return (max(0, Int(orphanCount)), max(0, Int(recoveredCount)))
  }

  func orphan(_ index: Int) -> OutlookItem? {
    OutlookItem { libpff_file_get_orphan_item_by_index(file, Int32(index), $0, nil) }
  }

  func recovered(_ index: Int) -> OutlookItem? {
    OutlookItem { libpff_file_get_recovered_item_by_index(file, Int32(index), $0, nil) }
  }
}
