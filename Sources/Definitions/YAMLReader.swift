import CYAML

/// Turns libyaml's events into nodes.
///
/// Definitions are YAML with less in it: one document, no anchors, aliases or tags, keys that are
/// plain texts and occur once. Each thing left out is one that makes a file mean something else
/// than it seems to say.
final class YAMLReader {
  private var parser = yaml_parser_t()
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  private var nodeCount = 0

  init(bytes: [UInt8], file: String) {
    self.file = file
    // The parser keeps a pointer to its input, so the input must not move.
    self.bytes = .allocate(capacity: bytes.count)
    _ = self.bytes.initialize(fromContentsOf: bytes)
    yaml_parser_initialize(&parser)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, self.bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(&parser)
    bytes.deallocate()
  }

  /// The one document of the file.
  func document() throws(DefinitionError) -> DefinitionNode {
    _ = try next()
    let start = try next()
    guard start.kind == YAML_DOCUMENT_START_EVENT else {
      throw error(start, "found an empty file, expected keys with values")
    }
    let root = try node(from: next(), name: "the file", depth: 0)
    _ = try next()
    let end = try next()
    guard end.kind == YAML_STREAM_END_EVENT else {
      throw error(end, "found a second document, expected one; remove the '---' line")
    }
    guard !root.isNull else {
      throw root.failure("found an empty file, expected keys with values")
    }
    return root
  }

  private func node(
    from event: Event, name: String, depth: Int
  ) throws(DefinitionError) -> DefinitionNode {
    nodeCount += 1
    guard nodeCount <= DefinitionLimits.nodeCount else {
      throw error(event, "found more than \(DefinitionLimits.nodeCount) values; split the file")
    }
    guard depth <= DefinitionLimits.depth else {
      throw error(
        event, "found more than \(DefinitionLimits.depth) levels of nesting; flatten the definition"
      )
    }
    try refuseReferences(event)
    let content: DefinitionNode.Content
    switch event.kind {
    case YAML_SCALAR_EVENT: content = .scalar(event.text, isPlain: event.isPlain)
    case YAML_SEQUENCE_START_EVENT: content = try .sequence(items(of: name, depth: depth))
    case YAML_MAPPING_START_EVENT: content = try .mapping(entries(depth: depth))
    default: throw error(event, "found something that is no value")
    }
    return DefinitionNode(
      file: file, line: event.line, column: event.column, name: name, content: content)
  }

  private func items(of name: String, depth: Int) throws(DefinitionError) -> [DefinitionNode] {
    var items: [DefinitionNode] = []
    while true {
      let event = try next()
      if event.kind == YAML_SEQUENCE_END_EVENT { return items }
      items.append(
        try node(from: event, name: "item \(items.count + 1) of \(name)", depth: depth + 1))
    }
  }

  private func entries(depth: Int) throws(DefinitionError) -> [DefinitionNode.Entry] {
    var entries: [DefinitionNode.Entry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try next()
      if event.kind == YAML_MAPPING_END_EVENT { return entries }
      guard event.kind == YAML_SCALAR_EVENT || event.kind == YAML_ALIAS_EVENT else {
        throw error(event, "found a list or mapping as a key, expected a text")
      }
      let key = try node(from: event, name: "a key", depth: depth + 1)
      if let line = lines[event.text] {
        throw key.failure(
          "found key '\(event.text)' again, first on line \(line); keep one of them")
      }
      lines[event.text] = event.line
      let value = try node(from: next(), name: "'\(event.text)'", depth: depth + 1)
      entries.append((event.text, key, value))
    }
  }

  private func refuseReferences(_ event: Event) throws(DefinitionError) {
    if event.kind == YAML_ALIAS_EVENT {
      throw error(event, "found alias '*\(event.anchor)', expected a value; write the value out")
    }
    if !event.anchor.isEmpty {
      throw error(event, "found anchor '&\(event.anchor)', expected a value; remove the anchor")
    }
    if !event.tag.isEmpty {
      throw error(event, "found tag '\(event.tag)', expected a value without one; remove the tag")
    }
  }

  private func error(_ event: Event, _ message: String) -> DefinitionError {
    DefinitionError(file: file, line: event.line, column: event.column, message: message)
  }

  private func next() throws(DefinitionError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    return Event(event)
  }

  private func syntaxError() -> DefinitionError {
    let problem = parser.problem.map { String(cString: $0) } ?? "not enough memory"
    if parser.error == YAML_READER_ERROR {
      let before = bytes.prefix(parser.problem_offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
      return DefinitionError(
        file: file, line: line, column: column,
        message: "found bytes that are not UTF-8 text (\(problem)); save the file as UTF-8")
    }
    let line = parser.problem_mark.line + 1
    var context = parser.context.map { " \(String(cString: $0))" } ?? ""
    if !context.isEmpty, parser.context_mark.line + 1 != line {
      context += " that begins on line \(parser.context_mark.line + 1)"
    }
    let hint = startsWithTab(line: line) ? "; indent with spaces, tabs cannot" : ""
    return DefinitionError(
      file: file, line: line, column: parser.problem_mark.column + 1,
      message: "found text that is not \(file.hasSuffix(".json") ? "JSON" : "YAML"): "
        + "\(problem)\(context)\(hint)")
  }

  private func startsWithTab(line: Int) -> Bool {
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: line, omittingEmptySubsequences: false)
    guard line <= lines.count else { return false }
    return lines[line - 1].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "\t")
  }
}

/// What is needed of a libyaml event, copied out of it.
private struct Event {
  let kind: yaml_event_type_t
  let line: Int
  let column: Int
  var text = ""
  var isPlain = false
  var anchor = ""
  var tag = ""

  init(_ event: yaml_event_t) {
    kind = event.type
    line = event.start_mark.line + 1
    column = event.start_mark.column + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      anchor = Self.text(scalar.anchor)
      tag = Self.text(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      anchor = Self.text(event.data.sequence_start.anchor)
      tag = Self.text(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      anchor = Self.text(event.data.mapping_start.anchor)
      tag = Self.text(event.data.mapping_start.tag)
    case YAML_ALIAS_EVENT:
      anchor = Self.text(event.data.alias.anchor)
    default: break
    }
  }

  private static func text(_ pointer: UnsafePointer<UInt8>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
