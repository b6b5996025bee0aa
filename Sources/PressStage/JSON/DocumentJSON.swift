public import PressModel

/// Writes a document as the JSON object that `presswork read --json` prints and packs hold.
///
/// Offsets `start` and `end` count Unicode scalars of `text`; `source` gives byte offsets in the
/// raw source, from the first byte to the one after the last.
public struct DocumentJSON {
  private let document: Document
  private let offsets: ScalarOffsets

  public init(_ document: Document) {
    self.document = document
    offsets = ScalarOffsets(document.text)
  }

  public func write(into json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.value(document.id)
      write(document.source, into: &json)
      json.key("reader")
      json.value(document.reader)
      write(document.metadata, into: &json)
      json.key("text")
      json.value(utf8: document.text.bytes)
      writeLayout(into: &json)
      json.key("facts")
      json.object { json in
        for kind in document.facts.kinds { write(kind, into: &json) }
      }
      json.key("sourceMap")
      writeSourceMap(into: &json)
    }
  }

  private func write(_ source: SourceReference, into json: inout JSONWriter) {
    json.key("source")
    json.object { json in
      json.key("path")
      json.value(source.path)
      json.key("url")
      json.value(source.url)
      json.key("mediaType")
      json.value(source.mediaType)
      json.key("encoding")
      json.value(source.encoding)
      json.key("sha256")
      json.value(source.sha256)
      json.key("bytes")
      json.value(source.bytes)
    }
  }

  private func write(_ metadata: Metadata, into json: inout JSONWriter) {
    json.key("kind")
    json.value(metadata.kind.rawValue)
    for (key, value) in [
      ("title", metadata.title), ("subtitle", metadata.subtitle),
      ("published", metadata.published),
    ] {
      json.key(key)
      json.value(value)
    }
    json.key("issuer")
    if let issuer = metadata.issuer {
      json.object { json in
        json.key("name")
        json.value(issuer.name)
        json.key("parents")
        json.strings(issuer.parents)
      }
    } else {
      json.null()
    }
    json.key("breadcrumb")
    json.strings(metadata.breadcrumb)
    json.key("authors")
    json.strings(metadata.authors)
    json.key("place")
    if let place = metadata.place {
      json.object { json in
        json.key("text")
        json.value(place.text)
        json.key("country")
        json.value(place.country)
      }
    } else {
      json.null()
    }
    json.key("embargo")
    json.value(metadata.embargo)
    json.key("language")
    json.value(metadata.language)
    json.key("evidence")
    json.object { json in
      for (field, evidence) in metadata.evidence.sorted(by: { $0.key < $1.key }) {
        json.key(field)
        write(evidence, into: &json)
      }
    }
    // The name that the file format gives to the date's evidence.
    json.key("publishedEvidence")
    if let evidence = metadata.evidence["published"] {
      write(evidence, into: &json)
    } else {
      json.null()
    }
  }

  private func writeLayout(into json: inout JSONWriter) {
    json.key("sections")
    json.array { json in
      for section in document.sections {
        json.object { json in
          json.key("heading")
          json.value(section.heading?.text)
          json.key("level")
          json.value(section.level)
          write(section.span, into: &json)
        }
      }
    }
    json.key("blocks")
    json.array { json in
      for block in document.blocks {
        json.object { json in
          json.key("type")
          json.value(block.type.rawValue)
          write(block.span, into: &json)
          json.key("level")
          if let level = block.level { json.value(level) } else { json.null() }
        }
      }
    }
    json.key("sentences")
    json.array { json in
      for sentence in document.sentences {
        json.object { json in write(sentence, into: &json) }
      }
    }
  }

  private func write(_ kind: FactKind, into json: inout JSONWriter) {
    json.key(kind.name)
    json.array { json in
      for (index, fact) in document.facts[kind.name].enumerated() {
        json.object { json in
          json.key("id")
          json.value(document.factID(kind, index))
          for column in kind.columns {
            json.key(column.name)
            write(column.value(in: fact), into: &json)
          }
          writeMentions(of: fact, kind, into: &json)
        }
      }
    }
  }

  private func writeMentions(of fact: any Fact, _ kind: FactKind, into json: inout JSONWriter) {
    switch kind.form {
    case .span:
      if let mention = fact.mentions.first { members(of: mention, into: &json) }
    case .mentions:
      json.key("mentions")
      json.array { json in
        for mention in fact.mentions { write(mention, into: &json) }
      }
    }
    if !fact.derivedFrom.isEmpty {
      json.key("derivedFrom")
      json.strings(fact.derivedFrom)
    }
  }

  /// Any value; mentions and evidence with their offsets.
  public func write(_ value: FieldValue, into json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .bool(let flag): json.value(flag)
    case .integer(let number): json.value(number)
    case .number(let number): json.value(number)
    case .string(let string): json.value(string)
    case .list(let values):
      json.array { json in
        for value in values { write(value, into: &json) }
      }
    case .mention(let mention): write(mention, into: &json)
    case .evidence(let evidence): write(evidence, into: &json)
    }
  }

  private func write(_ mention: Mention, into json: inout JSONWriter) {
    json.object { json in members(of: mention, into: &json) }
  }

  private func members(of mention: Mention, into json: inout JSONWriter) {
    write(mention.span, into: &json)
    json.key("text")
    json.value(mention.text)
    json.key("source")
    let bounds = document.map.bounds(of: mention.span)
    json.line([bounds.start, bounds.end])
  }

  private func write(_ evidence: Evidence, into json: inout JSONWriter) {
    json.object { json in
      if let field = evidence.field {
        json.key("field")
        json.value(field)
      }
      if let span = evidence.span { write(span, into: &json) }
      json.key("text")
      json.value(evidence.text)
      if let source = evidence.source {
        json.key("source")
        json.line([source.start, source.end])
      }
    }
  }

  private func write(_ span: Span, into json: inout JSONWriter) {
    json.key("start")
    json.value(offsets.scalar(span.start))
    json.key("end")
    json.value(offsets.scalar(span.end))
  }

  /// Each piece on a line of its own: start and end in scalars of the text, start and end in bytes
  /// of the source, and the number of its rule in the order of `SourceMap.Rule`.
  private func writeSourceMap(into json: inout JSONWriter) {
    let rules = SourceMap.Rule.allCases
    json.array { json in
      for piece in document.map.pieces {
        json.line([
          offsets.scalar(piece.text.start), offsets.scalar(piece.text.end), piece.source.start,
          piece.source.end, rules.firstIndex(of: piece.rule) ?? 0,
        ])
      }
    }
  }
}

extension Document {
  /// The identifier of a fact: the document's, the kind, and the fact's number from 1.
  public func factID(_ kind: FactKind, _ index: Int) -> String {
    "\(id)#\(kind.name)-\(index + 1)"
  }
}
