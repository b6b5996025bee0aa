/// Where a document's bytes came from.
public struct SourceReference: Hashable, Codable, Sendable {
  /// As given on the command line, or relative to the pipeline's root.
  public var path: String?
  public var url: String?
  public var mediaType: String
  /// Lower-case hexadecimal SHA-256 of the raw bytes.
  public var sha256: String
  /// The number of raw bytes.
  public var bytes: Int
  /// The WHATWG name of the encoding that the bytes were read in.
  public var encoding: String

  public init(
    path: String? = nil, url: String? = nil, mediaType: String, sha256: String, bytes: Int,
    encoding: String = "utf-8"
  ) {
    self.path = path
    self.url = url
    self.mediaType = mediaType
    self.sha256 = sha256
    self.bytes = bytes
    self.encoding = encoding
  }
}

/// One release, speech or page: its canonical text, layout, metadata and the facts found in it.
public struct Document: Sendable {
  /// Stable over runs: made from the source's URL or path and the hash of its bytes.
  public var id: String
  public var source: SourceReference
  /// The YAML name of the reader that read it.
  public var reader: String
  public var metadata = Metadata()
  public let text: Text
  public let map: SourceMap
  /// In the order of the text, without overlap.
  public let blocks: [Block]
  /// In the order of the text, without overlap.
  public var links: [Link] = []
  /// In the order of the text, without overlap; empty until a stage has found them.
  public var sentences: [Span] = []
  public var facts = Facts()

  public init(
    id: String, source: SourceReference, reader: String, text: Text, map: SourceMap, blocks: [Block]
  ) {
    self.id = id
    self.source = source
    self.reader = reader
    self.text = text
    self.map = map
    self.blocks = blocks
  }

  /// The stretches between headings.
  public var sections: [Section] {
    var sections: [Section] = []
    for block in blocks {
      if block.type == .heading {
        let section = Section(
          heading: text.mention(block.span), level: block.level ?? 1, span: block.span)
        sections.append(section)
      } else if sections.isEmpty {
        sections.append(Section(heading: nil, level: 0, span: block.span))
      } else {
        sections[sections.count - 1].span.end = block.span.end
      }
    }
    return sections
  }
}
