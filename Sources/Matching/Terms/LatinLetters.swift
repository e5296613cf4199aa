/// The plain letters of Latin ones with accents, small; `.` where a character is none of them.
enum LatinLetters {
  /// U+00C0 to U+024F.
  static let extended = Array(
    ("aaaaaaæceeeeiiiidnooooo.ouuuuyþßaaaaaaæceeeeiiiidnooooo.ouuuuyþy"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkqlllllll"
      + "lllnnnnnnnŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      + "bbbb...cc.ddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz........."
      + ".....d..l..n.aaiioouuuuuuuuuu.aaaaææggggkkoooo..j.d.gg..nnaaææoo"
      + "aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylnt...acclts"
      + "z..bu.eejj.qrryy").unicodeScalars)

  /// U+1E00 to U+1EFF.
  static let additional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwyasssß.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy").unicodeScalars)

  /// What a letter of these tables is written as where there are only 26.
  static func plain(_ letter: Unicode.Scalar) -> [UInt8] {
    switch letter {
    case "ß": Array("ss".utf8)
    case "æ": Array("ae".utf8)
    case "œ": Array("oe".utf8)
    case "ĳ": Array("ij".utf8)
    case "þ": Array("th".utf8)
    case "ŋ": Array("ng".utf8)
    default: [UInt8(ascii: letter)]
    }
  }
}
