import PressModel
import PressStage
import PressText

/// Finds who is put under sanctions by an executive order, and by which
///
/// Reads sentences, people and organizations. Adds designations: a name between "designated" or
/// "sanctioned" and an order with its number in the same sentence. Leaves alone orders that designate
/// nobody.
struct Designations: Extractor {
  static let summary = "Finds who is put under sanctions by an executive order, and by which"

  static let reads: [DocumentPart] = [.sentences, .facts(Person.self), .facts(Organization.self)]
  static let kinds = [Designation.kind]

  static let examples = [
    StageExample(
      .finds, "a person and a body",
      .text(
        "The office designated Mr. Pavel Orlov and the Orlov Shipping Company pursuant to E.O. 13224."
      ),
      gives: .facts(
        "designations",
        [
          ["text": "Pavel Orlov", "verb": "designated", "authority": "E.O. 13224"],
          ["text": "Orlov Shipping Company", "verb": "designated", "authority": "E.O. 13224"],
        ])),
    StageExample(
      .leavesAlone, "an order that designates nobody",
      .text("Mr. Pavel Orlov spoke about Executive Order 13224 in Geneva."),
      gives: .facts("designations", [])),
    StageExample(
      .trap, "the one who designates, and a number that is no order's",
      .text(
        "Senator Jane Roe said the office had designated nobody under E.O. 13224, and 14024 ships left."
      ),
      gives: .facts("designations", [])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let people = document.facts(Person.self).flatMap(\.mentions)
    let names = (people + document.facts(Organization.self).flatMap(\.mentions))
      .sorted { $0.span.start < $1.span.start }
    for sentence in document.sentences {
      guard let verb = verb(in: sentence, tokens),
        let authority = order(in: Span(verb.end, sentence.end), document.text.bytes)
      else { continue }
      let between = Span(verb.end, authority.start)
      for name in names where between.contains(name.span) {
        findings.add(
          Designation(
            mention: name, verb: document.text.mention(verb),
            authority: document.text.mention(authority)))
      }
    }
  }

  private func verb(in sentence: Span, _ tokens: Tokens) -> Span? {
    var index = tokens.index(at: sentence.start)
    while index < tokens.count, tokens[index].span.end <= sentence.end {
      let word = tokens[index]
      if word.case == .lower, (10...11).contains(word.span.count),
        ["designated", "designating", "designates", "sanctioned", "sanctioning"]
          .contains(tokens.string(index))
      {
        return word.span
      }
      index += 1
    }
    return nil
  }

  /// "E.O. 13224", "Executive Order 13224", "Executive Order (E.O.) 13224".
  private func order(in span: Span, _ bytes: [UInt8]) -> Span? {
    for start in span.start..<span.end {
      guard let name = names.first(where: { bytes[start..<span.end].starts(with: $0) }) else {
        continue
      }
      let number = bytes[(start + name.count)..<span.end].prefix { $0 >= 0x30 && $0 <= 0x39 }
      if number.count >= 4 { return Span(start, number.endIndex) }
    }
    return nil
  }

  private let names = ["E.O. ", "Executive Order (E.O.) ", "Executive Order "].map {
    Array($0.utf8)
  }
}
