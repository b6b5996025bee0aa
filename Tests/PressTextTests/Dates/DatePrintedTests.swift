import PressModel
import PressText
import Testing

/// Whole dates in the forms of heads and of other languages.
@Suite struct DatePrintedTests {
  @Test(arguments: [
    (
      "O porto abriu em 28 de setembro de 2021.", ["28 de setembro de 2021 = 2021-09-28"]
    ),
    ("Der Hafen wird seit dem 3. Oktober 2023 gebaut.", ["3. Oktober 2023 = 2023-10-03"]),
    ("Le port a ouvert le 1er mars 2024.", ["1er mars 2024 = 2024-03-01"]),
    ("Hamnen invigdes den 12 maj 2020.", ["12 maj 2020 = 2020-05-12"]),
  ])
  func otherLanguages(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test(arguments: [
    ("Il a 28 de ces ports depuis 2021.", ["2021 = 2021"]),
    ("Page 5 may 2000 be read.", ["2000 = 2000"]),
    ("Nr. 3\n\nOktober 2023", ["2023 = 2023"]),
  ])
  func whatIsNoneThere(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  private func values(_ string: String, _ published: String, at span: Span?) -> [String] {
    let text = Text(string)
    var document = Document(
      id: "d", source: SourceReference(mediaType: "text/plain", sha256: "", bytes: 0),
      reader: "plain-text", text: text, map: SourceMap(), blocks: [Block(.paragraph, text.span)])
    document.metadata.published = published
    document.metadata.evidence["published"] = Evidence(
      text: span.map { text[$0] } ?? published, field: "head", span: span)
    let matches = DateGrammar.matches(of: document, Tokens(text))
    let resolver = DateResolver(document, matches: matches)
    return resolver.resolve(matches, in: text).map { "\(text[$0.match.span]) = \($0.value)" }
  }

  @Test func theDayOfIssueIsADateAsItIsPrinted() {
    #expect(
      values("02.28.13 Harbour Opens", "2013-02-28", at: Span(0, 8)) == ["02.28.13 = 2013-02-28"])
    #expect(
      values("May 3, 2013 Opens", "2013-05-03", at: Span(0, 11)) == ["May 3, 2013 = 2013-05-03"])
    #expect(values("Harbour Opens", "2013-05-03", at: nil).isEmpty)
  }
}
