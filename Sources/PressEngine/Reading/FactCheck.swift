internal import CPlatform
import PressModel

/// The check that every fact must pass: its words stand where it says that they stand. One value
/// serves the facts of one text, best in their order.
struct FactCheck {
  private let text: Text
  /// The raw bytes that the text was read from, and their encoding; nil where they are not at hand.
  private let source: (bytes: [UInt8], encoding: String)?
  /// The evidence in the source that was found to hold last: many facts rest on one.
  private var proven: Evidence?
  /// Where words that must stand somewhere were found last: the next are not far as a rule, so that
  /// a text of many facts is not searched from its start for each.
  private var position = 0

  init(_ text: Text, source: (bytes: [UInt8], encoding: String)? = nil) {
    self.text = text
    self.source = source
  }

  /// What is wrong with a fact, in a sentence; nil where it holds.
  mutating func fault(in fact: any Fact) -> String? {
    let kind = type(of: fact).kind
    let mentions = fact.mentions
    if mentions.isEmpty, fact.derivedFrom.isEmpty {
      return "a fact of kind \(kind.name) has no span and names no fact that it comes from"
    }
    for mention in mentions {
      if let fault = Self.fault(in: mention, of: text) { return "\(kind.name): \(fault)" }
    }
    for column in kind.columns {
      let value = column.value(in: fact)
      if let fault = fault(in: value, near: column.isVerbatim ? mentions : nil) {
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
  private mutating func fault(in value: FieldValue, near mentions: [Mention]?) -> String? {
    switch value {
    case .mention(let mention):
      return Self.fault(in: mention, of: text)
    case .evidence(let evidence):
      guard let span = evidence.span else { return sourceFault(in: evidence) }
      return Self.fault(in: Mention(span: span, text: evidence.text), of: text)
    case .string(let words):
      guard let mentions else { return nil }
      let isThere = mentions.prefix(4).contains { $0.text == words } || holds(words, near: mentions)
      return isThere ? nil : "'\(words)' does not stand in the text"
    case .list(let values):
      for value in values {
        if let fault = fault(in: value, near: mentions) { return fault }
      }
      return nil
    default:
      return nil
    }
  }

  /// What is wrong with words that name bytes of the source and no span of the text.
  private mutating func sourceFault(in evidence: Evidence) -> String? {
    guard let source, let range = evidence.source, evidence != proven else { return nil }
    guard
      SourceWords.are(evidence.text, at: range, of: source.bytes, encoding: source.encoding)
    else { return "the source at byte \(range.start) does not say '\(evidence.text)'" }
    proven = evidence
    return nil
  }

  /// Whether some words stand in the text, to the byte: looked for about the last that were found
  /// and about the fact first.
  private mutating func holds(_ words: String, near mentions: [Mention]) -> Bool {
    let window = 1 << 15
    for center in [position, mentions.first?.span.start ?? 0] {
      let start = max(0, center - window / 8)
      if let found = text.offset(of: words, from: start, to: start + window) {
        position = found
        return true
      }
    }
    guard let found = text.offset(of: words, from: 0, to: text.count) else { return false }
    position = found
    return true
  }
}

extension Text {
  /// Where some words stand first in a stretch, to the byte; nil where they do not.
  func offset(of words: String, from start: Int, to end: Int) -> Int? {
    var words = words
    return words.withUTF8 { needle in
      bytes.withUnsafeBytes { text in
        let end = min(end, text.count)
        guard !needle.isEmpty else { return start }
        guard let base = text.baseAddress, start < end else { return nil }
        let found = press_find(base + start, end - start, needle.baseAddress, needle.count)
        return found.map { UnsafeRawPointer($0) - base }
      }
    }
  }
}
