import PressModel

/// Builds a document's canonical text, its blocks, and the map from the text to the source's bytes.
///
/// A reader walks over the source and appends what belongs to the text; the builder puts white
/// space in order (runs become one space, the ends of blocks are trimmed, one empty line parts two
/// blocks), so that no reader has to, and keeps where every byte of the text came from.
public struct DocumentBuilder: Sendable {
  /// What the reader learns from the form of the source: a title element, a breadcrumb.
  public var metadata = Metadata()
  /// The WHATWG name of the encoding that the source was read in.
  public var encoding = "utf-8"

  /// Whether someone will read `decisions`: without a reader of theirs they are not worth making.
  public var explains = false
  /// What became of each block of the source, in its order.
  public private(set) var decisions: [BlockDecision] = []

  /// What the reader may ask of the outside.
  public let context: ReaderContext

  private var source: [UInt8]
  private var derived: DerivedSource?
  private var text: [UInt8] = []
  private var map = SourceMap()
  private var blocks: [Block] = []
  private var links: [Link] = []
  private var openLink: (target: String, source: Span, start: Int?)?
  private var open: (type: BlockType, level: Int?)?
  private var blockStart = 0
  /// White space seen since the last character of the open block.
  private var pending: Pending?
  private var lastSourceEnd = 0

  private struct Pending {
    var source: Span
    var isBreak: Bool
  }

  /// `source`: the raw bytes, to which all spans that are appended refer.
  public init(source: [UInt8], context: ReaderContext = .none) {
    self.source = source
    self.context = context
    text.reserveCapacity(source.count)
  }

  /// Reads on in bytes that were made of the source's: from here to `build` all spans refer to
  /// them, and the document leads to the source all the same. Before anything is appended.
  public mutating func derive(_ derived: DerivedSource) {
    source = derived.bytes
    self.derived = derived
  }

  /// The number of text bytes so far.
  public var count: Int { text.count }

  /// Says what became of a block of the source and why, after the metadata are known: a block that
  /// is dropped and holds their evidence counts as metadata. Costs nothing unless `explains`.
  public mutating func explain(_ decision: @autoclosure () -> BlockDecision) {
    guard explains else { return }
    var decision = decision()
    let fields = metadata.evidence.filter {
      decision.source.contains($0.value.source ?? Span(-1, 0))
    }
    if decision.fate == .dropped, !fields.isEmpty {
      decision.fate = .metadata
      decision.reasons = ["says " + fields.keys.sorted().joined(separator: ", ")]
    }
    if let derived { decision.source = derived.source(of: decision.source) }
    decisions.append(decision)
  }

  /// Appends a whole block that stands in one stretch of the source.
  public mutating func block(_ type: BlockType, level: Int? = nil, _ span: Span) {
    beginBlock(type, level: level)
    append(span)
    endBlock()
  }

  /// Opens a block, and closes the one that is open. A block without text leaves no trace.
  public mutating func beginBlock(_ type: BlockType, level: Int? = nil) {
    endBlock()
    open = (type, level)
    blockStart = text.count
  }

  public mutating func endBlock() {
    endLink()
    if let open, hasContent {
      let start = blocks.isEmpty ? blockStart : blockStart + 2
      blocks.append(Block(open.type, Span(start, text.count), level: open.level))
    }
    open = nil
    pending = nil
  }

  /// Appends a stretch of UTF-8 source as it stands. Bytes that are not UTF-8 become U+FFFD.
  /// Outside a block it opens a paragraph.
  public mutating func append(_ span: Span) {
    var offset = max(0, span.start)
    let end = min(span.end, source.count)
    while offset < end {
      let space = spaceLength(source, at: offset, end: end)
      if space > 0 {
        addSpace(Span(offset, offset + space))
        offset += space
        continue
      }
      let ignored = zeroWidthLength(source, at: offset, end: end)
      if ignored > 0 {
        offset += ignored
        continue
      }
      var stop = offset
      var repair = 0
      while stop < end {
        let byte = source[stop]
        if byte < 0x80 {
          if isASCIISpace(byte) { break }
          stop += 1
          continue
        }
        let length = sequenceLength(source, at: stop, end: end)
        if length <= 0 {
          repair = -length
          break
        }
        if spaceLength(source, at: stop, end: end) > 0 { break }
        if zeroWidthLength(source, at: stop, end: end) > 0 { break }
        stop += length
      }
      if stop > offset {
        let run = Span(offset, stop)
        prepare(for: run)
        text.append(contentsOf: source[offset..<stop])
        map.append(text: run.count, from: run, rule: .verbatim)
        lastSourceEnd = stop
      }
      if repair > 0 {
        appendWords([0xEF, 0xBF, 0xBD], from: Span(stop, stop + repair), rule: .transcoded)
        stop += repair
      }
      offset = stop
    }
  }

  /// Appends characters that stand otherwise in the source: a character reference, or bytes of
  /// another encoding. `bytes` must be valid UTF-8; its white space is treated like any other.
  public mutating func append(decoded bytes: [UInt8], from span: Span, rule: SourceMap.Rule) {
    var offset = 0
    while offset < bytes.count {
      let space = spaceLength(bytes, at: offset, end: bytes.count)
      if space > 0 {
        addSpace(span)
        offset += space
        continue
      }
      let ignored = zeroWidthLength(bytes, at: offset, end: bytes.count)
      if ignored > 0 {
        offset += ignored
        continue
      }
      var stop = offset
      while stop < bytes.count, spaceLength(bytes, at: stop, end: bytes.count) == 0,
        zeroWidthLength(bytes, at: stop, end: bytes.count) == 0
      {
        stop += max(1, sequenceLength(bytes, at: stop, end: bytes.count))
      }
      appendWords(Array(bytes[offset..<min(stop, bytes.count)]), from: span, rule: rule)
      offset = stop
    }
  }

  /// Ends the line but not the block: the next character starts a new line of it.
  public mutating func lineBreak(at span: Span) {
    guard hasContent else { return }
    pending = Pending(
      source: pending.map { Span($0.source.start, span.end) } ?? span, isBreak: true)
  }

  /// White space of the source that no span that is appended holds, such as a tag that parts words.
  public mutating func space(at span: Span) {
    addSpace(span)
  }

  /// Starts a link: the words from here to `endLink` lead to `target`, which stands at `source` in
  /// the source. A link without words leaves no trace; one that starts within another ends it.
  public mutating func beginLink(to target: String, at source: Span) {
    endLink()
    openLink = (target, source, nil)
  }

  public mutating func endLink() {
    if let openLink, let start = openLink.start, start < text.count {
      let span = Span(start, text.count)
      links.append(Link(span: span, target: openLink.target, source: openLink.source))
    }
    openLink = nil
  }

  /// The document.
  public consuming func build(id: String, source reference: SourceReference, reader: String)
    -> Document
  {
    endBlock()
    if let derived {
      map = derived.translated(map, text)
      for field in metadata.evidence.keys {
        guard let span = metadata.evidence[field]?.source else { continue }
        metadata.evidence[field]?.source = derived.source(of: span)
      }
      for index in links.indices { links[index].source = derived.source(of: links[index].source) }
    }
    var document = Document(
      id: id, source: reference, reader: reader, text: Text(utf8: text), map: map, blocks: blocks)
    document.source.encoding = encoding
    document.metadata = metadata
    document.links = links
    return document
  }

  private var hasContent: Bool { open != nil && text.count > blockStart }

  private mutating func addSpace(_ span: Span) {
    guard hasContent else { return }
    if let known = pending {
      let joined = Span(min(known.source.start, span.start), max(known.source.end, span.end))
      pending = Pending(source: joined, isBreak: known.isBreak)
    } else {
      pending = Pending(source: span, isBreak: false)
    }
  }

  private mutating func appendWords(_ bytes: [UInt8], from span: Span, rule: SourceMap.Rule) {
    guard !bytes.isEmpty else { return }
    prepare(for: span)
    text.append(contentsOf: bytes)
    map.append(text: bytes.count, from: span, rule: rule)
    lastSourceEnd = max(lastSourceEnd, span.end)
  }

  /// Writes what must stand before the next word: the empty line between blocks, or white space.
  private mutating func prepare(for next: Span) {
    if open == nil { beginBlock(.paragraph) }
    if !hasContent {
      if !blocks.isEmpty {
        separate([0x0A, 0x0A], Span(min(lastSourceEnd, next.start), next.start))
      }
    } else if let pending {
      separate([pending.isBreak ? 0x0A : 0x20], pending.source)
      self.pending = nil
    }
    if openLink != nil, openLink?.start == nil { openLink?.start = text.count }
  }

  private mutating func separate(_ bytes: [UInt8], _ span: Span) {
    text.append(contentsOf: bytes)
    let isVerbatim =
      span.start >= 0 && span.end <= source.count && span.count == bytes.count
      && source[span.start..<span.end].elementsEqual(bytes)
    let last = map.pieces.last
    let isWithin = last?.rule == .extracted && last?.source == span
    map.append(
      text: bytes.count, from: span, rule: isVerbatim ? .verbatim : isWithin ? .extracted : .space)
  }
}
