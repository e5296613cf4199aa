import Glibc

/// The bytes of `text` in a character set of the C library.
func encoded(_ text: String, as name: String) throws -> [UInt8] {
  guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else {
    throw EncodingFailure.unknownCharset
  }
  defer { iconv_close(converter) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: 4 * input.count + 16)
  var written = 0
  let failed = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var from = input.baseAddress
      var fromCount = input.count
      var to = output.baseAddress
      var toCount = output.count
      let result = iconv(converter, &from, &fromCount, &to, &toCount)
      written = output.count - toCount
      return result == .max
    }
  }
  if failed { throw EncodingFailure.unknownCharacter }
  return output[..<written].map { UInt8(bitPattern: $0) }
}

enum EncodingFailure: Error {
  case unknownCharset, unknownCharacter
}
