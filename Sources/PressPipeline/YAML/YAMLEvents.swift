internal import CLibYAML

/// A position in libyaml's terms: from 0, in Unicode scalars.
struct YAMLMark {
  var index: Int
  var line: Int
  var column: Int

  init(_ mark: yaml_mark_t) {
    index = Int(clamping: mark.index)
    line = Int(clamping: mark.line)
    column = Int(clamping: mark.column)
  }
}

/// One of libyaml's events, in Swift's own memory.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd
    case documentStart(version: (major: Int, minor: Int)?, hasTags: Bool, isImplicit: Bool)
    case documentEnd(isImplicit: Bool)
    case alias
    case scalar(String, YAMLScalarStyle)
    case listStart, listEnd
    case mapStart, mapEnd
  }

  var kind: Kind
  var start: YAMLMark
  var end: YAMLMark
  var anchor: String?
  var tag: String?
  var isFlow = false
}

enum YAMLScalarStyle {
  case plain, singleQuoted, doubleQuoted, literal, folded
}

/// What libyaml did not understand.
struct YAMLSyntaxError: Error {
  var problem: String
  /// Nil for what its reader found, which has only a byte's offset.
  var mark: YAMLMark?
  var offset: Int
  var context: String?
  var contextMark: YAMLMark?
}

/// The events of a YAML stream, read by libyaml.
final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool

  /// `bytes` must not be empty, and must stay alive and in place while events are read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    if let base = bytes.baseAddress {
      yaml_parser_set_input_string(parser, base, bytes.count)
    }
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  func next() throws(YAMLSyntaxError) -> YAMLEvent {
    guard isReady else { throw YAMLSyntaxError(problem: "out of memory", mark: nil, offset: 0) }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
    defer { yaml_event_delete(&event) }
    return converted(event)
  }

  private func converted(_ event: yaml_event_t) -> YAMLEvent {
    var result = YAMLEvent(
      kind: .streamEnd, start: YAMLMark(event.start_mark), end: YAMLMark(event.end_mark))
    switch event.type {
    case YAML_STREAM_START_EVENT: result.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT:
      let data = event.data.document_start
      result.kind = .documentStart(
        version: data.version_directive.map { (Int($0.pointee.major), Int($0.pointee.minor)) },
        hasTags: data.tag_directives.start != data.tag_directives.end,
        isImplicit: data.implicit == 1)
    case YAML_DOCUMENT_END_EVENT:
      result.kind = .documentEnd(isImplicit: event.data.document_end.implicit == 1)
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.anchor = text(event.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
      result.kind = .scalar(String(decoding: bytes, as: UTF8.self), style(data.style))
      result.anchor = text(data.anchor)
      result.tag = text(data.tag)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      result.kind = .listStart
      result.anchor = text(data.anchor)
      result.tag = text(data.tag)
      result.isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_SEQUENCE_END_EVENT: result.kind = .listEnd
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      result.kind = .mapStart
      result.anchor = text(data.anchor)
      result.tag = text(data.tag)
      result.isFlow = data.style == YAML_FLOW_MAPPING_STYLE
    case YAML_MAPPING_END_EVENT: result.kind = .mapEnd
    default: result.kind = .streamEnd
    }
    return result
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func error() -> YAMLSyntaxError {
    let failed = parser.pointee
    // Only the scanner and the parser set a mark; the reader says at which byte it stopped.
    let hasMark = failed.error == YAML_SCANNER_ERROR || failed.error == YAML_PARSER_ERROR
    return YAMLSyntaxError(
      problem: failed.problem.map { String(cString: $0) } ?? "not YAML",
      mark: hasMark ? YAMLMark(failed.problem_mark) : nil,
      offset: Int(clamping: failed.problem_offset),
      context: failed.context.map { String(cString: $0) },
      contextMark: failed.context == nil ? nil : YAMLMark(failed.context_mark))
  }
}

private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  pointer.map { String(cString: $0) }
}
