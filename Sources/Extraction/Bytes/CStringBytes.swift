import Glibc

extension [UInt8] {
  /// The bytes of a C string up to its zero; none for nil.
  init(cString: UnsafePointer<CChar>?) {
    self.init(UnsafeRawBufferPointer(start: cString, count: cString.map { strlen($0) } ?? 0))
  }
}
