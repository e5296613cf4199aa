internal import CYAML
internal import ScanModel

/// Takes the events of a YAML text from libyaml.
///
/// Owns the parser of libyaml, which stays where it is in memory since it points at itself.
@safe struct YAMLParser: ~Copyable {
  enum Event {
    case scalar(String)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd, alias, documentStart, streamEnd
    /// What says nothing of the content.
    case other
  }

  private let file: String
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  /// A copy of the text, which the parser reads as long as it lives.
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(text: String, file: String) {
    self.file = file
    self.text = UnsafeMutableBufferPointer.allocate(capacity: text.utf8.count)
    _ = self.text.initialize(from: text.utf8)
    precondition(yaml_parser_initialize(parser) == 1, "no memory for the YAML parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, self.text.baseAddress, self.text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// The next event and the line where it begins, from 1; throws where the text is no YAML.
  mutating func next() throws(ConfigurationError) -> (event: Event, line: Int) {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error }
    defer { yaml_event_delete(&event) }
    return (Event(event), Int(event.start_mark.line) + 1)
  }

  private var error: ConfigurationError {
    let hasPlace =
      parser.pointee.error == YAML_SCANNER_ERROR || parser.pointee.error == YAML_PARSER_ERROR
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    return ConfigurationError(
      file: file, line: hasPlace ? Int(parser.pointee.problem_mark.line) + 1 : nil,
      problem: "not valid YAML: \(problem)")
  }
}

extension YAMLParser.Event {
  fileprivate init(_ event: yaml_event_t) {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = .scalar(String(decoding: bytes, as: UTF8.self))
    case YAML_SEQUENCE_START_EVENT: self = .sequenceStart
    case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
    case YAML_MAPPING_START_EVENT: self = .mappingStart
    case YAML_MAPPING_END_EVENT: self = .mappingEnd
    case YAML_ALIAS_EVENT: self = .alias
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    case YAML_STREAM_END_EVENT: self = .streamEnd
    default: self = .other
    }
  }
}
