import PressModel
import PressStage

/// The check of one document of a pack.
struct DocumentCheck {
  let id: String
  let text: Text
  let map: SourceMap
  /// The raw bytes; nil where they are not there to check against.
  let source: [UInt8]?
  let encoding: String
  private let offsets: ScalarOffsets
  private(set) var facts = 0
  private(set) var mentions = 0
  private(set) var faults: [PackVerifier.Fault] = []

  init(id: String, text: Text, map: SourceMap, source: [UInt8]?, encoding: String) {
    self.id = id
    self.text = text
    self.map = map
    self.source = source
    self.encoding = encoding
    offsets = ScalarOffsets(text)
  }

  static let noText = "its text or its map to the source is missing or broken"

  /// Checks all of a document as `DocumentJSON` writes it; nil where its text or its map cannot be
  /// read.
  init?(of value: JSONValue, _ id: String, _ source: @autoclosure () -> [UInt8]?) {
    guard let text = value["text"]?.string, let map = SourceMap(json: value["sourceMap"], text)
    else { return nil }
    self.init(
      id: id, text: Text(text), map: map, source: source(),
      encoding: value["source"]?["encoding"]?.string ?? "utf-8")
    for kind in value["facts"]?.members ?? [] {
      for (index, fact) in (kind.value.array ?? []).enumerated() {
        self.fact(fact, fact["id"]?.string ?? "\(id)#\(kind.key)-\(index + 1)")
      }
    }
    evidence(value["evidence"])
    wholeText()
  }

  /// Checks every object in a fact that carries offsets and words, however deep.
  mutating func fact(_ fact: JSONValue, _ name: String) {
    facts += 1
    var open: [JSONValue] = [fact]
    var found = 0
    while let value = open.popLast() {
      switch value {
      case .array(let values):
        open += values.reversed()
      case .object(let members):
        if let start = value["start"]?.integer, let end = value["end"]?.integer {
          found += 1
          mention(start, end, value["text"]?.string, name)
        } else if value["text"] != nil, value["source"] != nil {
          sourceEvidence(value, name)
        }
        open += members.map(\.value).reversed()
      default:
        break
      }
    }
    mentions += found
    if found == 0, fact["derivedFrom"]?.array?.isEmpty ?? true {
      fault(name, "it has no offsets into the text and names no fact that it comes from")
    }
  }

  private mutating func mention(_ start: Int, _ end: Int, _ words: String?, _ name: String) {
    guard let words, let first = offsets.byte(start), let last = offsets.byte(end), first < last
    else {
      fault(name, "\(start) to \(end) is no stretch of the text")
      return
    }
    let span = Span(first, last)
    if text[span] != words || text[span].utf8.count != words.utf8.count {
      fault(name, "the text at \(start) has '\(text[span])', not '\(words)'")
    }
    checkSource(of: span, name)
  }

  /// The evidence of metadata, where it names bytes of the source or a span of the text.
  mutating func evidence(_ evidence: JSONValue?) {
    for member in evidence?.members ?? [] {
      let name = "\(id).\(member.key)"
      if let start = member.value["start"]?.integer, let end = member.value["end"]?.integer {
        mention(start, end, member.value["text"]?.string, name)
      } else {
        sourceEvidence(member.value, name)
      }
    }
  }

  /// Evidence that names bytes of the source and no span of the text.
  private mutating func sourceEvidence(_ evidence: JSONValue, _ name: String) {
    guard let range = evidence["source"]?.array?.compactMap(\.integer), range.count == 2,
      let source,
      let words = evidence["text"]?.string
    else { return }
    guard range[0] >= 0, range[0] < range[1], range[1] <= source.count else {
      fault(name, "\(range) is no stretch of the source")
      return
    }
    if !sourceSays(words, Array(source[range[0]..<range[1]])) {
      fault(name, "the source at byte \(range[0]) does not say '\(words)'")
    }
  }

  /// Whether raw bytes say some words, white space and markup aside.
  private func sourceSays(_ words: String, _ raw: [UInt8]) -> Bool {
    SourceWords(raw, encoding: encoding).hold(Array(words.utf8))
  }

  /// What no fact rests on must hold as well: the rest of the text.
  mutating func wholeText() {
    guard faults.isEmpty, let source else { return }
    for piece in map.pieces where !holds(piece, source) {
      fault(
        id,
        "the text at \(offsets.scalar(piece.text.start)) does not say what the source says at "
          + "byte \(piece.source.start)")
      return
    }
  }

  private mutating func checkSource(of span: Span, _ name: String) {
    guard let source else { return }
    for piece in map.pieces(under: span) where !holds(piece, source) {
      fault(
        name,
        "the source at byte \(piece.source.start) does not say '\(text[piece.text])'")
      return
    }
  }

  private func holds(_ piece: SourceMap.Piece, _ source: [UInt8]) -> Bool {
    guard piece.source.start >= 0, piece.source.end <= source.count,
      piece.source.start <= piece.source.end
    else { return false }
    let raw = source[piece.source.start..<piece.source.end]
    let words = text.bytes[piece.text.start..<piece.text.end]
    switch piece.rule {
    case .verbatim:
      return raw.elementsEqual(words)
    case .space:
      return words.allSatisfy { $0 == 0x20 || $0 == 0x0A }
    case .extracted:
      // What a converter found is no stretch of the bytes; that they are the same is checked.
      return true
    case .reference, .transcoded:
      return SourceWords(Array(raw), encoding: encoding).hold(Array(words))
    }
  }

  private mutating func fault(_ subject: String, _ reason: String) {
    let fault = PackVerifier.Fault(subject: subject, reason: reason)
    if faults.last != fault { faults.append(fault) }
  }
}
