import PressModel

/// The check that every fact must pass: its words stand where it says that they stand.
enum FactCheck {
  /// What is wrong with a fact, in a sentence; nil where it holds.
  static func fault(in fact: any Fact, of text: Text) -> String? {
    let kind = type(of: fact).kind
    let mentions = fact.mentions
    if mentions.isEmpty, fact.derivedFrom.isEmpty {
      return "a fact of kind \(kind.name) has no span and names no fact that it comes from"
    }
    for mention in mentions {
      if let fault = fault(in: mention, of: text) { return "\(kind.name): \(fault)" }
    }
    for column in kind.columns {
      let value = column.value(in: fact)
      if let fault = fault(in: value, of: text, near: column.isVerbatim ? mentions : nil) {
        return "\(kind.name).\(column.name): \(fault)"
      }
    }
    return nil
  }

  static func fault(in mention: Mention, of text: Text) -> String? {
    guard text.holds(mention.span), mention.span.count > 0 else {
      return "the span \(mention.span.start)..<\(mention.span.end) is not in the text"
    }
    let words = text[mention.span]
    return words == mention.text && words.utf8.elementsEqual(mention.text.utf8)
      ? nil : "'\(mention.text)' is not what stands at \(mention.span.start): '\(words)'"
  }

  /// `near`: for a value that must be verbatim, the mentions that most likely hold it.
  private static func fault(
    in value: FieldValue, of text: Text, near mentions: [Mention]?
  ) -> String? {
    switch value {
    case .mention(let mention):
      return fault(in: mention, of: text)
    case .evidence(let evidence):
      guard let span = evidence.span else { return nil }
      return fault(in: Mention(span: span, text: evidence.text), of: text)
    case .string(let words):
      guard let mentions else { return nil }
      let isThere = mentions.contains { $0.text == words } || text.contains(words)
      return isThere ? nil : "'\(words)' does not stand in the text"
    case .list(let values):
      for value in values {
        if let fault = fault(in: value, of: text, near: mentions) { return fault }
      }
      return nil
    default:
      return nil
    }
  }
}

extension Text {
  /// Whether some words stand in the text, to the byte.
  func contains(_ words: String) -> Bool {
    var words = words
    return words.withUTF8 { needle in
      guard let first = needle.first else { return true }
      return bytes.withUnsafeBufferPointer { text in
        guard text.count >= needle.count else { return false }
        for start in 0...(text.count - needle.count) where text[start] == first {
          var length = 1
          while length < needle.count, text[start + length] == needle[length] { length += 1 }
          if length == needle.count { return true }
        }
        return false
      }
    }
  }
}
