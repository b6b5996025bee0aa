public import PressModel

/// A correction as `pack.json` has it, under `corrected`.
public struct CorrectionJSON {
  private let correction: Correction

  public init(_ correction: Correction) {
    self.correction = correction
  }

  public func write(into json: inout JSONWriter) {
    json.object { json in
      json.key("origin")
      json.value(correction.origin)
      json.key("title")
      json.value(correction.title)
      write("from", correction.from, into: &json)
      write("to", correction.to, into: &json)
      json.key("unchanged")
      if let count = correction.unchanged { json.value(count) } else { json.null() }
      json.key("sentences")
      json.array { json in
        for sentence in correction.sentences { write(sentence, into: &json) }
      }
    }
  }

  private func write(_ key: String, _ edition: Correction.Edition, into json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.key("document")
      json.value(edition.document)
      json.key("sha256")
      json.value(edition.sha256)
      if let encoding = edition.encoding {
        json.key("encoding")
        json.value(encoding)
      }
    }
  }

  private func write(_ sentence: Correction.Sentence, into json: inout JSONWriter) {
    json.object { json in
      json.key("old")
      json.value(sentence.old)
      json.key("new")
      json.value(sentence.new)
      json.key("pieces")
      json.array { json in
        for piece in sentence.pieces {
          json.object { json in
            json.key(piece.kind.rawValue)
            json.value(piece.text)
          }
        }
      }
    }
  }
}

extension Correction {
  /// Reads what `CorrectionJSON` writes; nil for anything else.
  public init?(json: JSONValue) {
    guard let origin = json["origin"]?.string, let from = Edition(json: json["from"]),
      let to = Edition(json: json["to"]), let sentences = json["sentences"]?.array
    else { return nil }
    self.init(
      origin: origin, title: json["title"]?.string, from: from, to: to,
      unchanged: json["unchanged"]?.integer)
    for sentence in sentences {
      var pieces: [Piece] = []
      for piece in sentence["pieces"]?.array ?? [] {
        guard let member = piece.members?.first, let kind = Piece.Kind(rawValue: member.key),
          let text = member.value.string
        else { return nil }
        pieces.append(Piece(kind: kind, text: text))
      }
      self.sentences.append(
        Sentence(old: sentence["old"]?.string, new: sentence["new"]?.string, pieces: pieces))
    }
  }
}

extension Correction.Edition {
  fileprivate init?(json: JSONValue?) {
    guard let document = json?["document"]?.string, let hash = json?["sha256"]?.string else {
      return nil
    }
    self.init(document: document, sha256: hash, encoding: json?["encoding"]?.string)
  }
}
