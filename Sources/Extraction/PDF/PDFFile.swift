import CQPDF
import Glibc

/// A PDF that qpdf has opened in memory, and what its objects hold.
///
/// All answers are safe for any object: what is not there is null, empty or zero. The bytes that the
/// file was opened with must outlive it.
struct PDFFile: ~Copyable {
  /// Why a file could not be opened.
  enum Failure: Error {
    case encrypted
    case malformed
  }

  /// An object of the file, valid until `releaseObjects`.
  struct Object {
    fileprivate let handle: qpdf_oh
  }

  private var data: qpdf_data?

  init(_ bytes: UnsafeBufferPointer<UInt8>, password: [UInt8]) throws(Failure) {
    var data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    var logger = qpdflogger_create()
    qpdflogger_set_info(logger, qpdf_log_dest_discard, nil, nil)
    qpdflogger_set_warn(logger, qpdf_log_dest_discard, nil, nil)
    qpdflogger_set_error(logger, qpdf_log_dest_discard, nil, nil)
    qpdf_set_logger(data, logger)
    qpdflogger_cleanup(&logger)
    let status = (password + [0]).withUnsafeBufferPointer { password in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        password.withMemoryRebound(to: CChar.self) { password in
          qpdf_read_memory(
            data, "", bytes.baseAddress, UInt64(bytes.count), password.baseAddress)
        }
      }
    }
    if status & QPDF_ERRORS != 0 {
      let code = qpdf_get_error_code(data, qpdf_get_error(data))
      qpdf_cleanup(&data)
      // What qpdf does not support is how a file is encrypted.
      throw code == qpdf_e_password || code == qpdf_e_unsupported ? .encrypted : .malformed
    }
    self.data = data
  }

  deinit {
    guard data != nil else { return }
    // An error that nobody has taken is printed.
    _ = takeError()
    var data = data
    qpdf_cleanup(&data)
  }

  // MARK: The file

  var trailer: Object { Object(handle: qpdf_get_trailer(data)) }
  var root: Object { Object(handle: qpdf_get_root(data)) }

  /// The number of pages; negative where their tree cannot be read.
  var pageCount: Int { Int(qpdf_get_num_pages(data)) }

  func page(_ index: Int) -> Object {
    Object(handle: qpdf_get_page_n(data, index))
  }

  func object(id: Int) -> Object {
    Object(handle: qpdf_get_object_by_id(data, Int32(clamping: id), 0))
  }

  /// Whether something failed since it was last asked.
  func takeError() -> Bool {
    guard qpdf_has_error(data) != 0 else { return false }
    _ = qpdf_get_error(data)
    return true
  }

  /// Frees what one object takes, which is invalid then.
  func release(_ object: Object) {
    qpdf_oh_release(data, object.handle)
  }

  /// Makes all objects that were given out invalid and frees what they take.
  func releaseObjects() {
    qpdf_oh_release_all(data)
  }

  // MARK: Kinds

  /// What of a tree of objects an object is.
  enum Kind {
    case array, dictionary, other
  }

  /// The kind of an object, for less than two of the questions below.
  func kind(of object: Object) -> Kind {
    switch qpdf_oh_get_type_code(data, object.handle) {
    case ot_array: .array
    case ot_dictionary: .dictionary
    default: .other
    }
  }

  func isNull(_ object: Object) -> Bool { qpdf_oh_is_null(data, object.handle) != 0 }
  func isName(_ object: Object) -> Bool { qpdf_oh_is_name(data, object.handle) != 0 }
  func isString(_ object: Object) -> Bool { qpdf_oh_is_string(data, object.handle) != 0 }
  func isArray(_ object: Object) -> Bool { qpdf_oh_is_array(data, object.handle) != 0 }
  func isStream(_ object: Object) -> Bool { qpdf_oh_is_stream(data, object.handle) != 0 }
  func isNumber(_ object: Object) -> Bool { qpdf_oh_is_number(data, object.handle) != 0 }
  func isDictionary(_ object: Object) -> Bool {
    qpdf_oh_is_dictionary(data, object.handle) != 0
  }

  /// The number of an object; 0 for one that lies within another.
  func id(_ object: Object) -> Int { Int(qpdf_oh_get_object_id(data, object.handle)) }

  // MARK: Dictionaries and arrays

  /// The value of a key, with its slash, of a dictionary or stream.
  func value(_ key: StaticString, of object: Object) -> Object {
    key.withUTF8Buffer { key in
      key.withMemoryRebound(to: CChar.self) { value(cString: $0, of: object) }
    }
  }

  /// Whether a dictionary has a key, with its slash; it must be one.
  func hasKey(_ key: StaticString, of dictionary: Object) -> Bool {
    key.withUTF8Buffer { key in
      key.withMemoryRebound(to: CChar.self) {
        qpdf_oh_has_key(data, dictionary.handle, $0.baseAddress) != 0
      }
    }
  }

  /// The value of the key `name`, without its slash.
  func value(named name: ArraySlice<UInt8>, of object: Object) -> Object {
    let key = [UInt8(ascii: "/")] + name + [0]
    return key.withUnsafeBufferPointer { key in
      key.withMemoryRebound(to: CChar.self) { value(cString: $0, of: object) }
    }
  }

  private func value(cString key: UnsafeBufferPointer<CChar>, of object: Object) -> Object {
    switch qpdf_oh_get_type_code(data, object.handle) {
    case ot_dictionary:
      return Object(handle: qpdf_oh_get_key(data, object.handle, key.baseAddress))
    case ot_stream:
      let dictionary = qpdf_oh_get_dict(data, object.handle)
      defer { qpdf_oh_release(data, dictionary) }
      return Object(handle: qpdf_oh_get_key(data, dictionary, key.baseAddress))
    default:
      return Object(handle: qpdf_oh_new_null(data))
    }
  }

  /// The keys of a dictionary, without their slashes.
  func keys(of object: Object, upTo limit: Int = 10_000) -> [[UInt8]] {
    guard isDictionary(object) else { return [] }
    var keys: [[UInt8]] = []
    qpdf_oh_begin_dict_key_iter(data, object.handle)
    while qpdf_oh_dict_more_keys(data) != 0, keys.count < limit {
      guard let key = qpdf_oh_dict_next_key(data) else { break }
      keys.append(Array(UnsafeBufferPointer(start: key, count: strlen(key)), from: 1))
    }
    return keys
  }

  /// The number of items of an array; 0 for anything else.
  func count(of object: Object) -> Int {
    isArray(object) ? max(0, Int(qpdf_oh_get_array_n_items(data, object.handle))) : 0
  }

  func item(_ index: Int, of object: Object) -> Object {
    Object(handle: qpdf_oh_get_array_item(data, object.handle, Int32(clamping: index)))
  }

  // MARK: Values

  func number(_ object: Object) -> Double? {
    var value = 0.0
    return qpdf_oh_get_value_as_number(data, object.handle, &value) != 0 ? value : nil
  }

  func integer(_ object: Object) -> Int? {
    var value: Int64 = 0
    if qpdf_oh_get_value_as_longlong(data, object.handle, &value) != 0 { return Int(value) }
    return number(object).flatMap { Int(exactly: $0.rounded()) }
  }

  /// The bytes of a name without its slash; empty for anything else.
  func name(_ object: Object) -> [UInt8] {
    guard isName(object), let name = qpdf_oh_get_name(data, object.handle) else { return [] }
    return Array(
      UnsafeBufferPointer(start: name, count: qpdf_get_last_string_length(data)), from: 1)
  }

  /// The bytes of a string; empty for anything else.
  func string(_ object: Object) -> [UInt8] {
    guard isString(object) else { return [] }
    var count = 0
    guard let start = qpdf_oh_get_binary_string_value(data, object.handle, &count) else {
      return []
    }
    return Array(UnsafeBufferPointer(start: start, count: count), from: 0)
  }

  /// The bytes of a stream as they lie in the file, without encryption; nil where they cannot be read.
  func rawStream(_ object: Object) -> [UInt8]? {
    stream(object, level: qpdf_dl_none)
  }

  /// The bytes of a stream as qpdf decodes them; nil where it cannot.
  func decodedStream(_ object: Object) -> [UInt8]? {
    stream(object, level: qpdf_dl_generalized)
  }

  private func stream(_ object: Object, level: qpdf_stream_decode_level_e) -> [UInt8]? {
    guard isStream(object) else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    var isFiltered: QPDF_BOOL = 0
    let status = qpdf_oh_get_stream_data(
      data, object.handle, level, &isFiltered, &buffer, &count)
    defer { free(buffer) }
    guard status & QPDF_ERRORS == 0 else {
      _ = takeError()
      return nil
    }
    if level != qpdf_dl_none, isFiltered == 0 { return nil }
    guard let buffer else { return [] }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }
}

extension [UInt8] {
  fileprivate init(_ characters: UnsafeBufferPointer<CChar>, from start: Int) {
    self = characters.dropFirst(start).map { UInt8(bitPattern: $0) }
  }
}
