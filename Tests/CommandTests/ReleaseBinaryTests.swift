import CommandBench
import Foundation
import Testing

/// The binary that is handed on, as `$VINDPLAATS` names it.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["VINDPLAATS"] != nil))
struct ReleaseBinaryTests {
  @Test func `needs no loader and with it no library`() throws {
    let binary = try [UInt8](Data(contentsOf: URL(filePath: CommandBench.binary)))
    // The program headers of an ELF file of 64 bits; type 3 names the loader (gABI, PT_INTERP).
    try #require(Array(binary[..<5]) == [0x7F, 0x45, 0x4C, 0x46, 2])
    let offset = binary.littleEndian(at: 32, byteCount: 8)
    let size = binary.littleEndian(at: 54, byteCount: 2)
    let types = (0..<binary.littleEndian(at: 56, byteCount: 2)).map { number in
      binary.littleEndian(at: offset + number * size, byteCount: 4)
    }
    #expect(!types.isEmpty)
    #expect(!types.contains(3))
  }

  @Test func `runs without an environment`() throws {
    let run = try CommandBench().shell(#"env -i "$VINDPLAATS" --version"#)
    #expect(run.status == 0)
  }
}

extension [UInt8] {
  fileprivate func littleEndian(at offset: Int, byteCount: Int) -> Int {
    self[offset..<offset + byteCount].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
