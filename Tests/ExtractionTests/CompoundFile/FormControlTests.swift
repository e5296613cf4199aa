import Testing

/// Controls of forms, built as MS-OFORMS describes them.
@Suite struct FormControlTests {
  private static let textBox: [UInt8] = [
    0x10, 0x1D, 0xD2, 0x8B, 0x42, 0xEC, 0xCE, 0x11, 0x9E, 0x0D, 0x00, 0xAA, 0x00, 0x60, 0x02, 0xF3,
  ]
  private static let optionButton: [UInt8] = [0x50] + textBox.dropFirst()
  private static let label: [UInt8] = [
    0x23, 0x9E, 0x8C, 0x97, 0xB0, 0xD4, 0xCE, 0x11, 0xBF, 0x2D, 0x00, 0xAA, 0x00, 0x3F, 0x40, 0xD0,
  ]

  private func read(_ classID: [UInt8], _ mask: [UInt8], _ properties: [UInt8]) -> DocumentRecording
  {
    let length = UInt16(mask.count + properties.count)
    // Fonts follow.
    let contents =
      [0, 2] + length.littleBytes + mask + properties + [0, 2, 0x18, 0, 0x35, 0, 0, 0]
    var builder = CompoundFileBuilder()
    builder.classID = classID
    builder.add("contents", bytes: contents)
    builder.add("\u{1}CompObj", bytes: [1, 0, 0xFE, 0xFF])
    return DocumentRecording(of: builder.build())
  }

  /// The length of a text whose characters take a byte each.
  private func narrow(_ count: Int) -> [UInt8] { (UInt32(count) | 1 << 31).littleBytes }

  @Test func `reads what was typed into a text box`() {
    // Flags, the length of the value, the size of the control, the value.
    let recording = read(
      Self.textBox, [0x01, 0x01, 0x40, 0x80, 0, 0, 0, 0],
      [0x1B, 0x48, 0x80, 0x2C] + narrow(9) + [UInt8](repeating: 0x22, count: 8)
        + Array("999990019".utf8) + [0, 0, 0])
    #expect(recording.fields(at: "form-fields") == ["Value=999990019"])
    #expect(recording.outcome == "ole2 complete")
  }

  @Test func `reads the texts of an option button, in two bytes a character as well`() {
    let caption = "Zoë".utf16.flatMap(\.littleBytes)
    // Two colours, how it is shown, the lengths of value, caption and group.
    let recording = read(
      Self.optionButton, [0x46, 0x01, 0xC0, 0x80, 0x01, 0, 0, 0],
      [UInt8](repeating: 0, count: 8) + [5, 0, 0, 0] + narrow(1)
        + UInt32(caption.count).littleBytes + narrow(4) + [UInt8](repeating: 0x22, count: 8)
        + [0x31, 0, 0x3A, 0] + caption + [0, 0] + Array("Keus".utf8))
    #expect(recording.fields(at: "form-fields") == ["Value=1", "Caption=Zoë", "GroupName=Keus"])
  }

  @Test func `reads the caption of a label, whose size lies behind it`() {
    let recording = read(
      Self.label, [0x28, 0, 0, 0],
      narrow(5) + Array("Naam:".utf8) + [0, 0, 0] + [UInt8](repeating: 0x22, count: 8))
    #expect(recording.fields(at: "form-fields") == ["Caption=Naam:"])
    #expect(recording.outcome == "ole2 complete")
  }

  @Test func `a control that is cut off gives the runs of text in it`() {
    let recording = read(
      Self.textBox, [0x01, 0x01, 0x40, 0x80, 0, 0, 0, 0],
      [0x1B, 0x48, 0x80, 0x2C] + narrow(900) + Array("Jan de Wit, Goes".utf8))
    #expect(recording.text(at: "raw-text").contains("Jan de Wit, Goes"))
    #expect(recording.outcome == "ole2 text-in-binary")
  }
}
