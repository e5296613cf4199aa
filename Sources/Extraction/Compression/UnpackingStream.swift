import ScanModel

/// Content that is unpacked piece by piece from memory.
protocol UnpackingStream: AnyObject {
  /// Unpacks the next bytes into `buffer`; returns how many, 0 at the end or where it broke off.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
  /// Why it broke off, if it did.
  var failure: PartialReason? { get }
}
