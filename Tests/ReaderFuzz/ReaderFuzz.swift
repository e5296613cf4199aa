import Glibc

/// Feeds a reader with hostile bytes.
///
///     READER=NAME reader-fuzz FILE…
///
/// `Scripts/fuzz` builds it with libFuzzer, which brings its own `main` and arguments; otherwise it
/// reads the files. It is ended by the first rule that a reader breaks.
enum ReaderFuzz {
  /// The reader that the environment names.
  static let reader: FuzzedReader = {
    if let name = getenv("READER"), let reader = FuzzedReader(rawValue: String(cString: name)) {
      return reader
    }
    let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: " ")
    print("READER=NAME reader-fuzz FILE…, with one of these names:\n\(names)")
    exit(2)
  }()
}

#if LIBFUZZER
  /// What libFuzzer calls for each input.
  @_cdecl("LLVMFuzzerTestOneInput")
  func readOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    ReaderFuzz.reader.read(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  }
#else
  @main extension ReaderFuzz {
    static func main() {
      for path in CommandLine.arguments.dropFirst() {
        guard let bytes = contents(of: path) else {
          print("cannot read \(path)")
          exit(2)
        }
        reader.read(bytes)
      }
    }

    private static func contents(of path: String) -> [UInt8]? {
      guard let file = fopen(path, "r") else { return nil }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { return bytes }
        bytes += buffer[..<count]
      }
    }
  }
#endif
