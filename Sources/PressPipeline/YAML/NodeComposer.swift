import PressStage

/// Composes libyaml's events into nodes and refuses what a pipeline file must not use.
struct NodeComposer {
  static let maximumDepth = 64

  private struct Stopped: Error {}

  private let source: SourceText
  private let events: YAMLEvents
  private var cursor: SourceCursor
  private var layout: LayoutCheck
  private var mistakenLine: Int?
  private var file = ComposedFile()
  private var problems: DiagnosticList

  /// Composes a file whose characters were checked. Problems are added to the list.
  static func compose(_ source: SourceText, problems: inout DiagnosticList) -> ComposedFile {
    guard !source.bytes.isEmpty else { return ComposedFile() }
    let bytes = source.bytes + missingLineEnd(source.bytes)
    return bytes.withUnsafeBufferPointer { bytes in
      var composer = NodeComposer(source, YAMLEvents(bytes), problems)
      composer.run()
      composer.reportLayout()
      problems = composer.problems
      return composer.file
    }
  }

  /// A line feed where the last line holds nothing but spaces, which libyaml otherwise takes for
  /// no line of a block scalar.
  private static func missingLineEnd(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.last == 0x20, let text = bytes.lastIndex(where: { $0 != 0x20 }) else { return [] }
    return bytes[text] == 0x0A || bytes[text] == 0x0D ? [0x0A] : []
  }

  private init(_ source: SourceText, _ events: YAMLEvents, _ problems: DiagnosticList) {
    self.source = source
    self.events = events
    self.problems = problems
    cursor = SourceCursor(source)
    layout = LayoutCheck(source.bytes)
  }

  private mutating func run() {
    do {
      var isFirst = true
      while true {
        let event = try next()
        switch event.kind {
        case .streamEnd: return
        case .documentStart(let version, let hasTags, _):
          guard isFirst else {
            problems.add(
              .otherDocument, at: place(event), "a pipeline file holds one document",
              hint: "remove this line and what follows, or move it to a file of its own")
            return
          }
          isFirst = false
          refuseDirectives(version, hasTags, event)
          let first = try next()
          file.root = try node(first, depth: 0)
        default: break
        }
      }
    } catch {
      file.isComplete = false
    }
  }

  /// The next event; syntax errors are reported and stop the composer.
  private mutating func next() throws(Stopped) -> YAMLEvent {
    do {
      let event = try events.next()
      layout.see(
        event, from: cursor.offset(ofScalar: event.start.index),
        to: cursor.offset(ofScalar: event.end.index))
      return event
    } catch {
      report(error)
      throw Stopped()
    }
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(Stopped) -> SettingNode {
    refuseProperties(event)
    switch event.kind {
    case .scalar(let text, let style):
      let node = SettingNode(.scalar(text, isPlain: style == .plain), at: place(event))
      if text.utf8.contains(0x24) { noteDollars(text, style, event) }
      return node
    case .listStart: return try list(event, depth: depth)
    case .mapStart: return try map(event, depth: depth)
    default:
      let place = place(event)
      file.markUnknown(place)
      return SettingNode(.scalar("", isPlain: true), at: place)
    }
  }

  private mutating func list(_ start: YAMLEvent, depth: Int) throws(Stopped) -> SettingNode {
    try refuseDepth(depth, start)
    var elements: [SettingNode] = []
    while true {
      let event = try next()
      if case .listEnd = event.kind {
        return SettingNode(.list(elements), at: place(start, through: event))
      }
      elements.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func map(_ start: YAMLEvent, depth: Int) throws(Stopped) -> SettingNode {
    try refuseDepth(depth, start)
    var entries: [SettingNode.Entry] = []
    var lines: [String: Int] = [:]
    let mapPlace = place(start)
    do {
      while true {
        let event = try next()
        if case .mapEnd = event.kind {
          return SettingNode(.map(entries), at: place(start, through: event))
        }
        let key = try node(event, depth: depth + 1)
        let value = try node(try next(), depth: depth + 1)
        guard let name = acceptedKey(key, event, of: mapPlace, lines: &lines) else { continue }
        entries.append(.init(key: name, keyPlace: key.place, value: value))
      }
    } catch {
      // The mistake may have cut the last value short, or run it together with what follows.
      if let last = entries.last { file.markUnknown(last.value.place) }
      if depth == 0 { file.root = SettingNode(.map(entries), at: mapPlace) }
      throw error
    }
  }

  /// The key as text; nil, after saying why, for one whose entry must not count.
  private mutating func acceptedKey(
    _ key: SettingNode, _ event: YAMLEvent, of map: Place, lines: inout [String: Int]
  ) -> String? {
    guard case .scalar(let name, let isPlain) = key.content else {
      problems.add(
        .keyNotText, at: key.place, "a key must be a text, not \(key.shape)",
        hint: "a value with '{' or '[' at its start needs quotation marks")
      return nil
    }
    if case .alias = event.kind {
      file.markUnknown(map)
      return nil
    }
    if name == "<<", isPlain {
      problems.add(
        .anchor, at: key.place, "merge keys are not read",
        hint: "write the keys out")
      file.markUnknown(map)
      return nil
    }
    if name.isEmpty, isPlain, event.anchor == nil, event.tag == nil {
      problems.add(
        .keyNotText, at: key.place, "a key is missing", hint: "write it before the ':'")
      return nil
    }
    if let line = lines[name] {
      problems.add(
        .duplicateKey, at: key.place, "the key '\(shortened(name))' is given twice",
        hint: "the first is in line \(line)")
      return nil
    }
    lines[name] = key.place.line
    return name
  }

  private mutating func refuseDepth(_ depth: Int, _ event: YAMLEvent) throws(Stopped) {
    guard depth >= Self.maximumDepth else { return }
    problems.add(
      .tooDeep, at: place(event), "values are nested more than \(Self.maximumDepth) deep",
      hint: "what follows is not read")
    throw Stopped()
  }

  private mutating func refuseProperties(_ event: YAMLEvent) {
    if case .alias = event.kind {
      problems.add(
        .anchor, at: place(event), "aliases are not read",
        hint: "write the value out, or name it in vars")
      return
    }
    if let anchor = event.anchor {
      problems.add(
        .anchor, at: propertyPlace(event), "anchors are not read",
        hint: "remove '&\(shortened(anchor))'")
    }
    if event.tag != nil {
      problems.add(
        .tag, at: propertyPlace(event), "tags are not read",
        hint: "a value's type follows from its key")
    }
  }

  private mutating func refuseDirectives(
    _ version: (major: Int, minor: Int)?, _ hasTags: Bool, _ event: YAMLEvent
  ) {
    if let version, version != (1, 2) {
      problems.add(
        .otherDocument, at: place(event),
        "YAML \(version.major).\(version.minor) is not read", hint: "write '%YAML 1.2' or nothing")
    }
    if hasTags {
      problems.add(
        .otherDocument, at: place(event), "a '%TAG' directive is not read", hint: "remove it")
    }
  }

  /// The anchor or tag at an event's start.
  private func propertyPlace(_ event: YAMLEvent) -> Place {
    var place = Place(event.start)
    let line = source.line(place.line).map { $0.unicodeScalars.dropFirst(place.column - 1) }
    place.length = max(1, line?.prefix { !" \t,]}".unicodeScalars.contains($0) }.count ?? 1)
    return place
  }

  /// Where an event starts, and how much of that line it takes.
  private func place(_ event: YAMLEvent) -> Place { place(event, through: event) }

  private func place(_ first: YAMLEvent, through last: YAMLEvent) -> Place {
    let length =
      if first.start.line == last.end.line {
        last.end.column - first.start.column
      } else if case .scalar = first.kind {
        // To the end of the line, which the excerpt knows.
        source.line(first.start.line + 1).map { $0.unicodeScalars.count - first.start.column } ?? 1
      } else {
        1
      }
    return Place(line: first.start.line + 1, column: first.start.column + 1, length: length)
  }

  /// Finds where the `$` of a scalar stand in the source. Where the source has another number of
  /// them (one may be written as an escape) nothing is noted and the scalar's start has to do.
  private mutating func noteDollars(
    _ text: String, _ style: YAMLScalarStyle, _ event: YAMLEvent
  ) {
    var offset = cursor.offset(ofScalar: event.start.index)
    let end = cursor.offset(ofScalar: event.end.index)
    var line = event.start.line + 1
    var column = event.start.column + 1
    // The comment behind a block scalar's indicator is not of the text.
    var isHeader = style == .literal || style == .folded
    var places: [Place] = []
    while offset < end {
      let byte = source.bytes[offset]
      if byte == 0x24, !isHeader { places.append(Place(line: line, column: column)) }
      column += 1
      offset += byte < 0x80 ? 1 : source.scalarLength(at: offset)
      if line < source.lineStarts.count, offset >= source.lineStarts[line] {
        line += 1
        column = 1
        isHeader = false
      }
    }
    guard places.count == text.utf8.count(where: { $0 == 0x24 }) else { return }
    file.dollars[place(event)] = places
  }

  private mutating func reportLayout() {
    var last = (offset: 0, place: Place(line: 1, column: 1))
    for finding in layout.findings where finding.offset >= last.offset {
      last = (finding.offset, source.place(ofByte: finding.offset, after: last))
      // In the line where libyaml stopped, it has said what is wrong.
      if last.place.line == mistakenLine { continue }
      problems.add(.syntax, at: last.place, finding.message, hint: finding.hint)
    }
  }

  private mutating func report(_ error: YAMLSyntaxError) {
    let mistake = SyntaxMistake(error, source)
    mistakenLine = mistake.place.line
    problems.add(
      mistake.code, at: mistake.place, mistake.message, hint: mistake.hint,
      notes: mistake.note.map { [Diagnostic.Note($0)] } ?? [])
  }
}
