import Testing

@testable import PressPipeline

struct ReferencesTests {
  private let references = {
    var references = References(
      environment: { ["HOME": "/home/ann", "EMPTY": "", "LOOP": "${pipeline}"][$0] },
      run: RunMoment(date: "2007-11-14", asOf: "2007-11-14T12:00:00Z"))
    references.pipeline = "demo"
    references.variables = ["a": .value("one"), "b": .unknown, "c": .value("${vars.a}")]
    return references
  }()

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("$", "$"), ("$5 and $6", "$5 and $6"), ("$$", "$"),
    ("$$5", "$5"), ("$${vars.a}", "${vars.a}"), ("$$$$", "$$"), ("a$", "a$"),
    ("${vars.a}", "one"), ("<${vars.a}${vars.a}>", "<oneone>"), ("${pipeline}", "demo"),
    ("${run.date}T", "2007-11-14T"), ("${run.as_of}", "2007-11-14T12:00:00Z"),
    ("${env:HOME}/x", "/home/ann/x"), ("${env:EMPTY}", ""), ("${env:EMPTY:-d}", "d"),
    ("${env:NONE:-}", ""), ("${env:NONE:-a b:-c}", "a b:-c"), ("$$${vars.a}", "$one"),
    ("${vars.c}", "${vars.a}"), ("${env:LOOP}", "${pipeline}"),
  ])
  func isFilledInOnce(_ text: String, _ expected: String) {
    var problems: [ReferenceProblem] = []
    #expect(references.fill(text, .settings, problems: &problems) == .text(expected))
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("${", DiagnosticCode.malformedReference), ("${}", .malformedReference),
    ("${vars.a", .malformedReference), ("${a b}", .malformedReference),
    ("${env:}", .malformedReference), ("${env:1A}", .malformedReference),
    ("${env:A:=b}", .malformedReference), ("${env:A-b}", .malformedReference),
    ("${env:NONE}", .unsetReference), ("${vars.x}", .unknownReference),
    ("${vars.}", .unknownReference), ("${run.time}", .unknownReference),
    ("${HOME}", .unknownReference), ("${env:A:-${vars.a}}", .malformedReference),
  ])
  func isRefused(_ text: String, _ code: DiagnosticCode) {
    var problems: [ReferenceProblem] = []
    #expect(references.fill("$$" + text, .settings, problems: &problems) == .unknown)
    #expect(problems.map(\.code) == [code])
    #expect(problems.first?.dollar == 2)
  }

  @Test func aNameOfTheEnvironmentIsSuggested() {
    var problems: [ReferenceProblem] = []
    _ = references.fill("${HOME}", .settings, problems: &problems)
    #expect(problems.first?.hint == "did you mean '${env:HOME}'?")
  }

  @Test func whatIsNotKnownIsNotTold() {
    var problems: [ReferenceProblem] = []
    #expect(references.fill("${vars.b}", .settings, problems: &problems) == .unknown)
    #expect(problems.isEmpty)
  }

  /// The place of a reference, however the text around it is written.
  @Test(arguments: [
    ("title: ab ${x}", 1, 11), ("title: \"é ${x}\"", 1, 11), ("title: 'it''s $$ ${x}'", 1, 18),
    ("title: |\n  one\n  ${x}", 3, 3), ("title: > # ${y}\n  one\n\n  two ${x}", 4, 7),
    ("title: one\n  two ${x}", 2, 7), ("title: \"one\n  $5 ${x}\"", 2, 6),
    // Written as an escape it can't be found; the text's own place has to do.
    ("title: \"\\x24 ${x}\"", 1, 8),
  ])
  func standsWhereItIsWritten(_ title: String, _ line: Int, _ column: Int) throws {
    let rest = pipeline([]).split(separator: "\n").joined(separator: "\n")
    let found = try load(title + "\n" + rest).diagnostics
    #expect(found.map(\.code) == [.unknownReference])
    #expect(found.first?.place.line == line)
    #expect(found.first?.place.column == column)
  }
}
