import Glibc
import Testing

@testable import Extraction

@Suite struct OutlookBytesTests {
  @Test func `gives no more than there is`() {
    let stored: [UInt8] = [1, 2, 3, 4]
    var buffer: [UInt8] = [9, 9, 9, 9, 9, 9]
    stored.withUnsafeBytes { stored in
      var bytes = OutlookBytes(UnsafeRawBufferPointer(rebasing: stored[..<3]))
      #expect(bytes.seek(1, from: SEEK_SET) == 1)
      let count = buffer.withUnsafeMutableBytes { bytes.read(into: $0) }
      #expect(count == 2)
      #expect(buffer == [2, 3, 9, 9, 9, 9])
      #expect(buffer.withUnsafeMutableBytes { bytes.read(into: $0) } == 0)
    }
  }

  @Test func `goes to an offset as lseek does`() {
    let stored: [UInt8] = [1, 2, 3, 4]
    stored.withUnsafeBytes { stored in
      var bytes = OutlookBytes(stored)
      #expect(bytes.seek(-1, from: SEEK_END) == 3)
      #expect(bytes.seek(-2, from: SEEK_CUR) == 1)
      #expect(bytes.seek(-2, from: SEEK_CUR) == -1)
      #expect(bytes.seek(10, from: SEEK_SET) == 10)
      #expect(bytes.seek(.max, from: SEEK_CUR) == -1)
      #expect(bytes.seek(0, from: 77) == -1)
      var buffer: [UInt8] = [9]
      #expect(buffer.withUnsafeMutableBytes { bytes.read(into: $0) } == 0)
    }
  }
}
