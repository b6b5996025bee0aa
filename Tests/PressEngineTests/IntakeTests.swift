import PressModel
import PressStage
import Testing

@testable import PressEngine

/// An extractor that says whatever a test wants.
private struct Claims: Extractor {
  static let summary = "Claims what a test wants"
  static let examples: [StageExample] = []
  static let kinds = [Amount.kind, Person.kind]

  var facts: [any Fact] = []
  var failure: String?

  func extract(from document: Document, into findings: inout Findings) throws {
    if let failure { throw StageError(failure) }
    for fact in facts { findings.add(fact) }
  }
}

private struct Lines: Reader {
  static let summary = "Reads one block"
  static let examples: [StageExample] = []
  func suitability(of raw: RawBytes) -> Suitability { .possible }
  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    document.block(.paragraph, Span(0, raw.bytes.count))
  }
}

@Suite struct FactCheckTests {
  private let text = Text(
    "Maria Lopez (Minister) met John Roe. " + String(repeating: "x ", count: 60_000) + "Senator")

  private func fault(_ role: String, _ check: inout FactCheck) -> String? {
    check.fault(in: Person(name: "John Roe", roles: [role], mentions: [text.mention(Span(27, 35))]))
  }

  /// Words are looked for near the last that were found first, and then everywhere.
  @Test func wordsAreFoundWhereverTheyStand() {
    var check = FactCheck(text)
    #expect(fault("Senator", &check) == nil)
    #expect(fault("Minister", &check) == nil)
    #expect(fault("Senator", &check) == nil)
    #expect(fault("Senators", &check)?.contains("does not stand in the text") == true)
    #expect(fault("Minister", &check) == nil)
  }
}

@Suite struct IntakeTests {
  private func take(_ claims: Claims, onError: Intake.OnError = .quarantine) -> Intake.Outcome {
    let intake = Intake(
      readers: [Lines()], steps: [Intake.Step(claims, onError: onError)], choice: .first)
    return intake.take(RawBytes(Array("It gave $7.9 million.".utf8), mediaType: "text/plain"))
  }

  private func reason(_ outcome: Intake.Outcome) -> String? {
    switch outcome {
    case .quarantined(let failure), .failed(let failure): failure.description
    case .document, .filtered: nil
    }
  }

  private func amount(_ start: Int, _ end: Int, _ words: String) -> Amount {
    Amount(mention: Mention(span: Span(start, end), text: words), value: "1", currency: "USD")
  }

  @Test func aVerbatimFactIsBelieved() {
    var claims = Claims()
    claims.facts = [amount(8, 20, "$7.9 million")]
    guard case .document(let document) = take(claims) else {
      Issue.record("no document")
      return
    }
    #expect(document.facts(Amount.self).count == 1)
    #expect(document.facts.kinds.map(\.name) == ["amounts", "people"])
  }

  @Test(arguments: [
    (8, 20, "$7.8 million", "amounts: '$7.8 million' is not what stands at 8: '$7.9 million'"),
    (8, 99, "$7.9 million", "amounts: the span 8..<99 is not in the text"),
    (20, 8, "", "amounts: the span 20..<8 is not in the text"),
    (-4, 3, "", "amounts: the span -4..<3 is not in the text"),
    (8, 8, "", "amounts: the span 8..<8 is not in the text"),
  ])
  func anInventedFactIsNot(start: Int, end: Int, words: String, expected: String) {
    var claims = Claims()
    claims.facts = [amount(start, end, words)]
    #expect(reason(take(claims)) == "claims: \(expected)")
  }

  @Test func anInventedNameIsNotBelieved() {
    var claims = Claims()
    let mention = Mention(span: Span(0, 2), text: "It")
    claims.facts = [Person(name: "It", roles: ["Minister"], mentions: [mention])]
    #expect(reason(take(claims)) == "claims: people.roles: 'Minister' does not stand in the text")
  }

  @Test func aFactWithoutSpanMustSayWhatItRestsOn() {
    var claims = Claims()
    claims.facts = [Person(name: "It", mentions: [])]
    #expect(reason(take(claims))?.contains("has no span") == true)
  }

  /// Found at reading, one document is quarantined; found at publishing, the whole run would end.
  @Test func evidenceInTheSourceMustStandThere() {
    let mention = Mention(span: Span(8, 12), text: "$7.9")
    func date(_ words: String) -> DateExpression {
      DateExpression(
        mention: mention, value: "2020",
        resolvedFrom: Evidence(text: words, field: "title", source: Span(3, 7)))
    }
    var claims = Claims()
    claims.facts = [date("gave")]
    #expect(reason(take(claims)) == nil)
    claims.facts = [date("gave"), date("took")]
    #expect(
      reason(take(claims))
        == "claims: dates.resolvedFrom: the source at byte 3 does not say 'took'")
  }

  @Test func aFailureDoesWhatThePipelineSays() {
    var claims = Claims()
    claims.failure = "too dark"
    #expect(reason(take(claims)) == "claims: too dark")
    if case .failed = take(claims, onError: .fail) {} else { Issue.record("it must fail") }
    if case .filtered(_, let rule) = take(claims, onError: .drop(reason: "not ours")) {
      #expect(rule == "not ours")
    } else {
      Issue.record("it must be filtered")
    }
  }

  @Test func bytesThatNobodyReadsAreNamed() {
    let intake = Intake(readers: [], steps: [], choice: .first)
    let outcome = intake.take(RawBytes([0], mediaType: "application/pdf"))
    #expect(reason(outcome) == "extract: no reader takes these bytes (application/pdf, 1 bytes)")
  }
}

@Suite struct OrderedMapTests {
  @Test(arguments: [1, 2, 3, 16]) func resultsComeInOrder(width: Int) async throws {
    var received: [Int] = []
    try await orderedMap(Array(0..<200), width: width) { number in
      if number % 7 == 0 { try? await Task.sleep(for: .microseconds(200)) }
      return number * 2
    } receive: {
      received.append($0)
    }
    #expect(received == (0..<200).map { $0 * 2 })
  }
}
