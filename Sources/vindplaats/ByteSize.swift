internal import ArgumentParser

/// A number of bytes as people write it: `800`, `64K`, `500M`, `2G` (powers of 1,024).
struct ByteSize {
  let text: String
  let byteCount: Int

  init(argument: String) throws {
    text = argument
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
    var digits = argument[...]
    var shift = 0
    if let unit = digits.last.flatMap({ units[Character($0.uppercased())] }) {
      shift = unit
      digits.removeLast()
    }
    guard let count = Int(digits), count > 0, count <= Int.max >> (shift + 1) else {
      throw ValidationError("write a number of bytes such as 800, 64K, 500M or 2G")
    }
    byteCount = count << shift
  }
}
