import PressStage
import Testing

@testable import PressPipeline

struct DiagnosticTests {
  @Test(arguments: diagnosticCases)
  func isRenderedExactly(_ test: DiagnosticCase) throws {
    let rendered = try test.diagnostics().map { $0.rendered() }.joined(separator: "\n")
    #expect(rendered == test.expected)
  }

  @Test func everyCodeHasACase() throws {
    let shown = Set(try diagnosticCases.flatMap { try $0.diagnostics() }.map(\.code))
    for code in DiagnosticCode.allCases {
      #expect(shown.contains(code), "no case shows \(code.name)")
    }
  }

  @Test func namesOfCasesAreUnique() {
    #expect(Set(diagnosticCases.map(\.name)).count == diagnosticCases.count)
  }

  @Test func comeInTheOrderOfTheFileAndNoneTwice() throws {
    for test in diagnosticCases {
      let found = try test.diagnostics()
      #expect(found == found.sorted())
      #expect(Set(found).count == found.count, "\(test.name)")
    }
  }

  @Test func aFileWithManyProblemsShowsTheFirstAndCountsTheRest() throws {
    let text = pipeline([("tags", "\n" + String(repeating: "  - [a]\n", count: 20_000))])
    let found = try load(text).diagnostics
    #expect(found.count == 500)
    #expect(found.last?.notes.last?.text == "and 19500 more problems")
  }

  @Test func coloursStandAroundThePartsAndChangeNoText() throws {
    let found = try #require(try load(pipeline([("tittle", "A")])).diagnostics.first)
    let coloured = found.rendered(.ansi)
    #expect(coloured.contains("\u{1B}[1;31merror[PW1016]\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[1;32m^^^^^^\u{1B}[0m"))
    var plain = ""
    var isEscape = false
    for character in coloured {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { plain.append(character) }
      if character == "m" { isEscape = false }
    }
    #expect(plain == found.rendered())
  }

  @Test func valuesCannotSteerATerminal() throws {
    let text = pipeline([("\"\\e[31mred\\u202E\"", "1")])
    let rendered = try load(text).diagnostics.map { $0.rendered() }.joined()
    #expect(!rendered.unicodeScalars.contains("\u{1B}"))
    #expect(!rendered.unicodeScalars.contains("\u{202E}"))
    #expect(rendered.contains("␛[31mred�"))
  }

  @Test func longValuesAreShortened() throws {
    let text = pipeline([("publish", "{keep: \(String(repeating: "x", count: 100_000))}")])
    let rendered = try #require(try load(text).diagnostics.first).rendered()
    #expect(rendered.utf8.count < 2000)
  }
}
